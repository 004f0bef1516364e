import type { SafeguardStatus } from '../../lib/checks/verdict';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { CONFIG_RULES } from '../../lib/safeguards/config-rules';
import { citedRules } from '../../lib/safeguards/rule-citations';
import { safeguardStatuses } from '../../lib/safeguards/status';
import type { StatusInput } from '../../lib/safeguards/status-input';
import { everySynthetic, synthetic } from '../safeguards/attestations/synthetic';

const TYPES = [...new Set(SAFEGUARDS.flatMap(({ needs = [] }) => needs.flatMap(({ anyOf }) => anyOf)))];

/** An environment in which everything that the catalogue asks for is there and stated. */
const COMPLETE: StatusInput = {
  catalogue: SAFEGUARDS,
  evaluatedRules: new Set(citedRules()),
  resources: TYPES.map((type) => ({ type, path: `sandbox/${type.split('::').at(-1)}/Resource` })),
  openViolations: [],
  acknowledged: [],
  attestations: everySynthetic(),
  asOf: '2026-11-21',
  deployedConfigRules: new Set(CONFIG_RULES.map(({ name }) => name)),
};

/** The statuses of the whole catalogue for an environment that has everything but what is said here. */
export function safeguardsOf(input: Partial<StatusInput> = {}): readonly SafeguardStatus[] {
  return safeguardStatuses({ ...COMPLETE, ...input });
}

const OPEN = {
  rule: 'HIPAA.Security-CloudTrailEncryptionEnabled',
  citations: ['164.312(b)'],
  path: 'sandbox/Audit/Trail',
};

/** Rows with what the catalogue has today only while something is unfinished. */
const UNFINISHED = SAFEGUARDS.filter(({ citation }) => citation === '164.312(b)').flatMap((row) => [
  { ...row, beyond: 'what happens on paper' },
  { ...row, software: { owes: 'counts what happens', tests: [] } },
]);

/** The whole catalogue in conditions that between them give every kind of evidence. */
export const CATALOGUE_VARIANTS: readonly (readonly SafeguardStatus[])[] = [
  safeguardsOf(),
  safeguardsOf({ resources: [], attestations: [], deployedConfigRules: new Set() }),
  safeguardsOf({ openViolations: [OPEN], evaluatedRules: new Set() }),
  safeguardsOf({ acknowledged: [{ ...OPEN, owner: 'security-officer', expires: '2027-11-01' }] }),
  safeguardsOf({
    origin: 'elsewhere',
    attestations: [synthetic('group-health-plan', { statement: 'does-not-apply' })],
  }),
  safeguardsOf({ asOf: '2031-01-01' }),
  safeguardsOf({ catalogue: UNFINISHED }),
  safeguardsOf({
    deployedConfigRules: new Set(),
    excludedConfigRules: new Map([['cloudtrail-enabled', 'The organization has a trail of its own.']]),
  }),
];
