import { STSClient } from '@aws-sdk/client-sts';
import { preflightTarget } from '../../lib/commands/preflight-target';
import type { EnvironmentInput } from '../../lib/config/schema';
import { validateEnvironment } from '../../lib/config/validate';
import { AwsAccount } from '../../lib/preflight/aws-account';
import type { Finding } from '../../lib/preflight/finding';
import { OwnedResources } from '../../lib/preflight/owned-resources';
import type { Plan } from '../../lib/preflight/plan';
import { type SurveyRow, survey } from '../../lib/preflight/survey';
import { ACCOUNT, type Answers, fakeAccount, type SentCall } from './fake-account';

const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret-that-shows-nowhere' };

/** A plan for an environment that differs from a new one only in this. */
export function planFor(input: Partial<EnvironmentInput> = {}, plan: Partial<Plan> = {}): Plan {
  const written: EnvironmentInput = { ...preflightTarget(NOTHING_ASKED, NOTHING_KNOWN).input, ...input };
  const validation = validateEnvironment(written);
  if (!validation.valid) throw new Error(JSON.stringify(validation.problems));
  return {
    input: written,
    config: validation.config,
    named: false,
    account: ACCOUNT,
    qualifier: 'hnb659fds',
    closedRegions: [],
    owned: new OwnedResources([]),
    ...plan,
  };
}

const NOTHING_ASKED = { environment: undefined, alertEmail: undefined };
const NOTHING_KNOWN = { account: undefined, region: undefined };

/** What a survey of such an account says, by the id of the probe. */
export async function surveyOf(answers: Answers, plan: Plan = planFor()) {
  const sent: readonly SentCall[] = fakeAccount(answers);
  const { region } = plan.config;
  const identity = new STSClient({ region, credentials: CREDENTIALS });
  const rows: readonly SurveyRow[] = await survey(new AwsAccount(ACCOUNT, region, identity), plan);
  const findings = (id: string): readonly Finding[] => rows.find((row) => row.id === id)?.findings ?? [];
  const status = (id: string) => findings(id).map((finding) => finding.status);
  return { rows, sent, findings, status };
}
