import { ConfigServiceClient, DescribeConfigRulesCommand } from '@aws-sdk/client-config-service';

import type { Finding } from '../finding';
import { allPages } from '../pages';
import type { Plan } from '../plan';
import { probe } from '../probe';
import { PACKED_RULES } from '../quotas/management-quotas';

/** Who makes the rules of conformance packs. */
const PACKS = 'config-conforms.amazonaws.com';

/** What AWS allows in an account and region, whatever packs they are in; it raises no quota. @see docs/decisions/0023-config-rules-left-out.md */
const MAX_RULES_IN_ALL_PACKS = 150;

const FIELD = ['singletons', 'conformancePacks'];

/** The rules that the conformance packs of an account and region have together: ours fit in once. @see 45 CFR 164.308(a)(8) */
export const conformancePacksProbe = probe({
  id: 'conformance-packs',
  title: 'Rules in conformance packs',
  actions: ['config:DescribeConfigRules'],
  read: async (account, ask): Promise<number> => {
    const client = account.client(ConfigServiceClient);
    const rules = await ask('config:DescribeConfigRules', () =>
      allPages(async (NextToken) => {
        const page = await client.send(new DescribeConfigRulesCommand({ NextToken }));
        return { items: page.ConfigRules, next: page.NextToken };
      }),
    );
    return rules.filter(({ CreatedBy }) => CreatedBy === PACKS).length;
  },
  judge: (packed, plan) => [judgePacks(packed, plan)],
});

function judgePacks(packed: number, { config, owned }: Plan): Finding {
  const text = `${packed} of ${MAX_RULES_IN_ALL_PACKS} rules are in conformance packs of the account.`;
  if (config.singletons.conformancePacks === 'adopt') {
    return packed === 0
      ? {
          status: 'attention',
          text: `${text} The configuration adopts packs that are not there: nothing is judged.`,
          fix: "Set singletons.conformancePacks to 'manage'.",
          setting: { path: FIELD, value: 'manage' },
        }
      : {
          status: 'ok',
          text: `${text} The configuration adopts them.`,
          setting: { path: FIELD, value: 'adopt' },
        };
  }
  if (
    owned?.has('AWS::Config::ConformancePack') === true ||
    packed + PACKED_RULES <= MAX_RULES_IN_ALL_PACKS
  ) {
    return { status: 'ok', text, setting: { path: FIELD, value: 'manage' } };
  }
  if (owned === null) {
    return {
      status: 'unknown',
      text: `${text} Whether this environment made them could not be read.`,
      fix: 'Allow cloudformation:ListStacks and cloudformation:ListStackResources.',
    };
  }
  return {
    status: 'blocks',
    text: `${text} Ours are ${PACKED_RULES}, and AWS allows no more.`,
    fix: "Set singletons.conformancePacks to 'adopt' where another environment deploys the same packs; otherwise remove other packs first.",
    setting: { path: FIELD, value: 'adopt' },
  };
}
