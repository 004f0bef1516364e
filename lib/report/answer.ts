import type { EnvironmentVerdict, Verdict } from '../checks/verdict';
import { countStatuses } from '../safeguards/status';
import { environmentName, environmentNames } from './environment-name';
import { plural } from './plural';
import { HELD_STATUSES } from './status-words';

/** What a reader must know first, in a sentence. */
export function answerOf({ environments }: Verdict): string {
  if (environments.length === 0) return 'Nothing was judged.';
  const failed = environments.filter(({ verdict }) => verdict === 'fail');
  if (failed.length === 0)
    return `Every check holds in ${environmentNames(environments.map(({ environment }) => environment))}.`;
  const open = failed.reduce((sum, { counts }) => sum + counts.violations, 0);
  return `${plural(open, 'violation')} ${open === 1 ? 'is' : 'are'} open in ${environmentNames(failed.map(({ environment }) => environment))}.`;
}

/** How far an environment meets the rules in force, in a sentence; what does not apply is not counted. */
export function standingOf({ environment, safeguards }: EnvironmentVerdict): string {
  const counts = countStatuses(safeguards);
  const held = HELD_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const applicable = Object.values(counts).reduce((sum, count) => sum + count, 0) - counts['not-applicable'];
  if (applicable === 0) return `${environmentName(environment)}: no safeguard was judged.`;
  return (
    `${environmentName(environment)}: of ${plural(applicable, 'safeguard')} that ${applicable === 1 ? 'applies' : 'apply'}, ` +
    `${held} ${held === 1 ? 'is' : 'are'} held, ${counts.partial} in part; ` +
    `${counts.unattested} ${counts.unattested === 1 ? 'waits' : 'wait'} for an attestation, ${plural(counts.gap, 'gap')}.`
  );
}
