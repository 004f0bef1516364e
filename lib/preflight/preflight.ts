import type { Finding, FindingStatus } from './finding';
import type { FittingConfiguration } from './fitting-configuration';
import type { SurveyRow } from './survey';

/** `fits` can be deployed as far as was seen; `blocked` cannot; `not-run` nothing of the account could be read. */
export type PreflightVerdict = 'fits' | 'blocked' | 'not-run';

/** What `hipaa preflight` found. */
export interface Preflight {
  /** The day of the look, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly account: string;
  readonly region: string;
  readonly recoveryRegion: string | null;
  /** Null where no environment was named. */
  readonly environment: string | null;
  readonly rows: readonly SurveyRow[];
  readonly configuration: FittingConfiguration;
}

/** The worst first. */
export const STATUSES: readonly FindingStatus[] = ['blocks', 'unknown', 'attention', 'ok'];

/** The worst that a row says; a row that says nothing is fine. */
export function statusOf(findings: readonly Finding[]): FindingStatus {
  return STATUSES.find((status) => findings.some((finding) => finding.status === status)) ?? 'ok';
}

/** The ids of rows that are judged from the configuration alone. */
const FROM_CONFIGURATION: readonly string[] = ['configuration', 'account'];

/** A run in which nothing could be read is no good news. */
export function verdictOf(rows: readonly SurveyRow[]): PreflightVerdict {
  if (rows.some(({ findings }) => statusOf(findings) === 'blocks')) return 'blocked';
  const looked = rows.filter(({ id }) => !FROM_CONFIGURATION.includes(id));
  return looked.every(({ findings }) => statusOf(findings) === 'unknown') ? 'not-run' : 'fits';
}
