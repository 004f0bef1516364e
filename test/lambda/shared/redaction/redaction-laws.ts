import { placeholder } from '../../../../lambda/shared/redaction/placeholder';
import type { Redact } from '../../../../lambda/shared/redaction/redact';

/** What is wrong with the redaction of a text, one sentence each; empty when every law holds. */
export function brokenLaws(text: string, redact: Redact): readonly string[] {
  const { text: redacted, spans } = redact(text);
  const problems: string[] = [];
  let at = 0;
  let rebuilt = '';
  for (const { start, end, type } of spans) {
    if (start < at || end <= start || end > text.length) {
      problems.push(`the span ${start} to ${end} is out of order or out of the text`);
    }
    rebuilt += text.slice(at, start) + placeholder(type);
    at = end;
  }
  rebuilt += text.slice(at);
  if (rebuilt !== redacted) {
    problems.push('the text outside of the spans changed');
  }
  const again = redact(redacted);
  if (again.text !== redacted || again.spans.length > 0) {
    problems.push(
      `redacting again changes it from ${JSON.stringify(redacted)} to ${JSON.stringify(again.text)}`,
    );
  }
  return problems;
}
