import { quoteValue } from '../../config/quote-value';
import { intrinsicOf } from './intrinsic';

/** The longest function of CloudFormation that a message repeats, in characters. */
const MAX_TEXT = 80;

/** A value as the end of a message, bounded; says so when the template does not decide it. */
export function got(value: unknown): string {
  if (value === undefined) return 'got: none.';
  if (intrinsicOf(value) === undefined) return `got: ${quoteValue(value)}.`;
  const text = JSON.stringify(value);
  const shown = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  return `got: ${shown}, which the template does not decide.`;
}
