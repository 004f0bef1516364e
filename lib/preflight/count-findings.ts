import type { FindingStatus } from './finding';
import { statusOf } from './preflight';
import type { SurveyRow } from './survey';

/** How many rows end with each status. */
export function plainCounts(rows: readonly SurveyRow[]): Readonly<Record<FindingStatus, number>> {
  const count = (status: FindingStatus) =>
    rows.filter(({ findings }) => statusOf(findings) === status).length;
  return {
    blocks: count('blocks'),
    unknown: count('unknown'),
    attention: count('attention'),
    ok: count('ok'),
  };
}
