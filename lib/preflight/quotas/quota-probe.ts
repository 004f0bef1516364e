import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { answered } from '../answered';
import type { AwsAccount } from '../aws-account';
import type { IamAction } from '../call-error';
import type { Plan } from '../plan';
import { ask, type Probe, probe } from '../probe';
import { judgeQuota, type QuotaReading } from './judge-quota';
import type { Quota, QuotaLimit } from './quota';

const LIMIT_ACTIONS: readonly IamAction[] = [
  'servicequotas:GetServiceQuota',
  'servicequotas:GetAWSDefaultServiceQuota',
];

/** The probe of a limit: what AWS allows, what is used, and what the deployment adds. */
export function quotaProbe(quota: Quota): Probe {
  const { id, what, limit, actions } = quota;
  return probe({
    id: `quota-${id}`,
    title: `Quota: ${what}`,
    actions: ['fixed' in limit ? [] : LIMIT_ACTIONS, actions].flat(),
    read: async (account, _ask, plan): Promise<QuotaReading> => {
      const [first = 'servicequotas:GetServiceQuota'] = actions;
      return {
        what,
        limit: await limitOf(limit, account),
        used: await ask(first, () => quota.count(account)),
        missing: missingOf(quota, plan),
        code: 'fixed' in limit ? null : `${limit.serviceCode}, ${limit.quotaCode}`,
      };
    },
    judge: (reading) => [judgeQuota(reading)],
  });
}

/** What a deployed environment has is in use already: later versions of it add few. */
function missingOf({ needed, type }: Quota, plan: Plan): number {
  return plan.owned?.has(type) === true ? 0 : needed(plan);
}

async function limitOf(limit: QuotaLimit, account: AwsAccount): Promise<number> {
  if ('fixed' in limit) return limit.fixed;
  const { serviceCode, quotaCode, global } = limit;
  const client = account.client(ServiceQuotasClient, global === true ? account.home : account.region);
  const code = { ServiceCode: serviceCode, QuotaCode: quotaCode };
  const applied = await ask('servicequotas:GetServiceQuota', () =>
    answered(client.send(new GetServiceQuotaCommand(code)), 'NoSuchResourceException'),
  );
  if (applied?.Quota?.Value !== undefined) return applied.Quota.Value;
  // Of a quota that was never changed, some services know nothing but the default.
  return await ask('servicequotas:GetAWSDefaultServiceQuota', async () => {
    const value = (await client.send(new GetAWSDefaultServiceQuotaCommand(code))).Quota?.Value;
    if (value === undefined) throw new RangeError(`${serviceCode}/${quotaCode} must have a value`);
    return value;
  });
}
