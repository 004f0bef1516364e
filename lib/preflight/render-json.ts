import { plainCounts } from './count-findings';
import { type Preflight, statusOf, verdictOf } from './preflight';

/** One JSON document, the stable contract of `docs/preflight.md`. */
export function renderPreflightJson(preflight: Preflight): string {
  const { asOf, account, region, recoveryRegion, environment, rows, configuration } = preflight;
  const document = {
    schemaVersion: 1,
    asOf,
    account,
    region,
    recoveryRegion,
    environment,
    verdict: verdictOf(rows),
    counts: plainCounts(rows),
    probes: rows.map(({ id, title, actions, missingAction, findings }) => ({
      id,
      title,
      status: statusOf(findings),
      actions,
      missingAction,
      findings: findings.map(({ status, text, fix, setting }) => ({
        status,
        text,
        fix: fix ?? null,
        setting: setting === undefined ? null : { field: setting.path.join('.'), value: setting.value },
      })),
    })),
    changes: configuration.changes,
    configuration: configuration.environment,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
