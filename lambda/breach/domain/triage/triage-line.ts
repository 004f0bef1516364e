import { malformed } from './malformed';
import { estateOf, type TriageOptions } from './options';
import { triageEvent } from './triage-event';
import type { TriageVerdict } from './verdict';

/**
 * The judgement on one line of JSON. A line that is no JSON object, or too long to be an event, is `malformed`, kept under
 * the SHA-256 of the line.
 */
export function triageLine(line: string, options?: TriageOptions): TriageVerdict {
  const { maxLineLength } = estateOf(options);
  if (line.length > maxLineLength) {
    return malformed(`the line is longer than ${maxLineLength} characters`, line);
  }
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return malformed('the line is no JSON', line);
  }
  const verdict = triageEvent(event, options);
  return verdict.verdict === 'malformed' && verdict.findings === undefined
    ? { ...verdict, id: malformed('', line).id }
    : verdict;
}
