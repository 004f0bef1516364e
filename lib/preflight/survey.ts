import type { AwsAccount } from './aws-account';
import { CallError, type IamAction } from './call-error';
import { describeFailure } from './describe-failure';
import { failureOf } from './failure';
import type { Finding } from './finding';
import { inParallel } from './in-parallel';
import { OwnedResources } from './owned-resources';
import type { Plan } from './plan';
import type { Probe } from './probe';
import { PROBES } from './probes';
import { DEPLOYED_STACKS, judgeStacks, readStacks } from './probes/deployed-stacks';
import { regionsProbe } from './probes/regions';

/** Calls of so many probes are under way at once; more of them are throttled. */
const PARALLEL = 6;

/** What came of one probe. */
export interface SurveyRow {
  readonly id: string;
  readonly title: string;
  readonly actions: readonly IamAction[];
  /** The action that was refused; null where none was. */
  readonly missingAction: IamAction | null;
  readonly findings: readonly Finding[];
}

/** What a survey needs to know before it begins. */
export type SurveyPlan = Omit<Plan, 'owned' | 'closedRegions'>;

/** Says after each probe how many are done. */
export type Progress = (done: number, total: number) => void;

/** Every probe of an account that has something to look at. One that cannot look says why, and the others go on. */
export async function survey(
  account: AwsAccount,
  wanted: SurveyPlan,
  progress: Progress = () => undefined,
): Promise<readonly SurveyRow[]> {
  const regions = await look(regionsProbe, () =>
    regionsProbe.look(account, { ...wanted, closedRegions: [], owned: null }),
  );
  const closedRegions = regions.findings.flatMap(({ closesRegion }) => closesRegion ?? []);
  if (closedRegions.includes(wanted.config.region)) return [regions];
  const { owned, rows } = await lookAtStacks(account, wanted);
  const plan: Plan = { ...wanted, closedRegions, owned };
  let done = 0;
  const others = await inParallel(PROBES, PARALLEL, async (row) => {
    const result = await look(row, () => row.look(account, plan));
    done += 1;
    progress(done, PROBES.length);
    return result;
  });
  return [regions, ...rows, ...others].filter(({ findings }) => findings.length > 0);
}

/** An environment that was not named is a new one: nothing in the account is its own. */
async function lookAtStacks(
  account: AwsAccount,
  { named, config }: SurveyPlan,
): Promise<{ readonly owned: OwnedResources | null; readonly rows: readonly SurveyRow[] }> {
  if (!named) return { owned: new OwnedResources([]), rows: [] };
  let owned: OwnedResources | null = null;
  const row = await look(DEPLOYED_STACKS, async () => {
    const reading = await readStacks(account, config.name);
    owned = reading.owned;
    return judgeStacks(reading, { config });
  });
  return { owned, rows: [row] };
}

async function look(
  { id, title, actions }: Pick<Probe, 'id' | 'title' | 'actions'>,
  findings: () => Promise<readonly Finding[]>,
): Promise<SurveyRow> {
  try {
    return { id, title, actions, missingAction: null, findings: await findings() };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    const failure = failureOf(error.cause);
    return {
      id,
      title,
      actions,
      missingAction: failure.kind === 'denied' ? error.action : null,
      findings: [describeFailure(error.action, failure)],
    };
  }
}
