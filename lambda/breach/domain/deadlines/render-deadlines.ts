import type { DeadlinesResult } from './compute-deadlines';
import type { Obligation } from './obligation';

/** The deadlines as text for a person: one paragraph for each obligation, the one-line limit at the end. */
export function renderDeadlines({ dayZero, notABreach, obligations, disclaimer }: DeadlinesResult): string {
  return `${[
    `Day 0: ${dayZero}`,
    notABreach === null
      ? 'A breach is presumed.'
      : `No HIPAA notice is owed while this stands: ${notABreach}.`,
    ...obligations.map(renderObligation),
    disclaimer,
  ].join('\n\n')}\n`;
}

function renderObligation(obligation: Obligation): string {
  const { due, notBefore, status, id, recipient, citation, explanation } = obligation;
  const date = due ?? 'no date';
  const held = notBefore === null ? '' : `, not before ${notBefore}`;
  return [`${date}  ${status}${held}  ${id}`, `  to ${recipient} (${citation})`, `  ${explanation}`].join(
    '\n',
  );
}
