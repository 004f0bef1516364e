import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ENVIRONMENTS } from '../../lib/config/environments';
import { NEEDED_IDENTITIES } from '../../lib/preflight/probes/iam-quotas';
import { RESERVED } from '../../lib/preflight/probes/lambda-concurrency';
import { MANAGEMENT_QUOTAS } from '../../lib/preflight/quotas/management-quotas';
import { NETWORK_QUOTAS } from '../../lib/preflight/quotas/network-quotas';
import { STORAGE_QUOTAS } from '../../lib/preflight/quotas/storage-quotas';
import { planFor } from './run-survey';

/** Every template that is reviewed, by the name of its environment and stack. */
const TEMPLATES = readFileSync(
  path.join(__dirname, '..', 'stacks', '__snapshots__', 'snapshots.test.ts.snap'),
  'utf8',
)
  .split('exports[`')
  .slice(1);

const QUOTAS = [...NETWORK_QUOTAS, ...STORAGE_QUOTAS, ...MANAGEMENT_QUOTAS];

describe.each(ENVIRONMENTS.map((environment) => [environment.name, environment] as const))(
  'what preflight takes %s to need',
  (name, environment) => {
    const templates = TEMPLATES.filter((template) => template.split('`')[0]?.includes(` ${name}/`));
    const matches = (pattern: RegExp) => templates.flatMap((template) => [...template.matchAll(pattern)]);
    const count = (type: string) => matches(new RegExp(`"Type": "${type}"`, 'g')).length;
    const plan = planFor(environment);

    it('is at least what its templates have of every type with a limit', () => {
      expect(templates.length).toBeGreaterThan(3);
      for (const type of new Set(QUOTAS.map((quota) => quota.type))) {
        const needed = QUOTAS.filter((quota) => quota.type === type).map((quota) => quota.needed(plan));
        const total = needed.reduce((sum, one) => sum + one, 0);
        expect([type, total >= count(type)]).toEqual([type, true]);
      }
    });

    it('counts the rules of AWS Config in its packs and those beside them', () => {
      const needed = (conformancePacks: 'manage' | 'adopt') =>
        QUOTAS.find(({ id }) => id === 'config-rules')?.needed({
          ...plan,
          config: { ...plan.config, singletons: { ...plan.config.singletons, conformancePacks } },
        });
      const beside = count('AWS::Config::ConfigRule');
      const packed = matches(/^\s+Type: AWS::Config::ConfigRule$/gm).length;
      expect(needed('adopt')).toBe(beside);
      expect(needed('manage')).toBeGreaterThanOrEqual(packed + beside);
    });

    it('is enough for its roles, its policies, its stacks and what its functions reserve', () => {
      expect(count('AWS::IAM::Role')).toBeLessThanOrEqual(NEEDED_IDENTITIES);
      expect(count('AWS::IAM::ManagedPolicy')).toBeLessThanOrEqual(NEEDED_IDENTITIES);
      const stacks = QUOTAS.find(({ id }) => id === 'stacks')?.needed(plan);
      expect(templates.length).toBeLessThanOrEqual(stacks ?? 0);
      const reserved = matches(/"ReservedConcurrentExecutions": (\d+)/g).map(([, value]) => Number(value));
      expect(reserved.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(RESERVED);
    });
  },
);
