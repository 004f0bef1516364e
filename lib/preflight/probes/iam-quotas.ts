import { GetAccountSummaryCommand, IAMClient } from '@aws-sdk/client-iam';
import { probe } from '../probe';
import { judgeQuota, type QuotaReading } from '../quotas/judge-quota';

/** What a complete deployment has at most of each: a function brings a role and a policy. A test holds it to the templates. */
export const NEEDED_IDENTITIES = 60;

/** What IAM itself says of its limits; the codes are for those who ask for more. */
const ENTITIES = [
  { what: 'IAM roles', used: 'Roles', limit: 'RolesQuota', type: 'AWS::IAM::Role', code: 'iam, L-FE177D64' },
  {
    what: 'customer managed policies',
    used: 'Policies',
    limit: 'PoliciesQuota',
    type: 'AWS::IAM::ManagedPolicy',
    code: 'iam, L-E95E4862',
  },
] as const;

/** The account's limits of roles and policies. */
export const iamQuotasProbe = probe({
  id: 'quota-iam',
  title: 'Quota: IAM roles and policies',
  actions: ['iam:GetAccountSummary'],
  read: async (account, ask, { owned }): Promise<readonly QuotaReading[]> => {
    const { SummaryMap = {} } = await ask('iam:GetAccountSummary', () =>
      account.client(IAMClient, account.home).send(new GetAccountSummaryCommand({})),
    );
    const summary = new Map(Object.entries(SummaryMap));
    return ENTITIES.flatMap(({ what, used, limit, type, code }) => {
      const allowed = summary.get(limit);
      return allowed === undefined
        ? []
        : [
            {
              what,
              limit: allowed,
              used: summary.get(used) ?? 0,
              missing: owned?.has(type) === true ? 0 : NEEDED_IDENTITIES,
              code,
            },
          ];
    });
  },
  judge: (readings) => readings.map(judgeQuota),
});
