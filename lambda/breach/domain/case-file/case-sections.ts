import type { JsonObject, JsonValue } from '../../../shared/audit-chain/json-value';
import { FACTOR_ROWS } from '../assessment/factors';
import { plainText } from '../notices/plain-text';
import type { TimelineLine } from './timeline-line';

/** What was decided and why, as the last assessment documents it. @see 45 CFR 164.414(b) */
export function assessmentSection(lines: readonly TimelineLine[]): readonly string[] {
  const last = bodiesOf(lines, 'assessed').at(-1);
  if (last === undefined) {
    return ['Nobody has assessed it: a breach is presumed (45 CFR 164.402).'];
  }
  const documentation = objectAt(last, 'documentation');
  const factors = objectAt(objectAt(documentation, 'assessment'), 'factors');
  const secured = objectAt(documentation, 'secured');
  const excluded = objectAt(documentation, 'excluded');
  const rows = [
    ...FACTOR_ROWS.map(({ factor, citation }) => [factor, textAt(factors, factor), citation] as const),
    ...['method', 'keyEvidence', 'source'].map(
      (field) => [`secured: ${field}`, textAt(secured, field), '74 FR 19006'] as const,
    ),
    ...['exclusion', 'basis'].map(
      (field) => [`excluded: ${field}`, textAt(excluded, field), '45 CFR 164.402 Breach (1)'] as const,
    ),
  ].flatMap(([name, text, citation]) => (text === null ? [] : [`- ${name} (${citation}): ${text}`]));
  const reasons = Array.isArray(last.reasons) ? last.reasons.map(textOf) : [];
  return [
    `Assessed on ${textAt(last, 'assessedOn') ?? 'an unknown day'}: ${textAt(objectAt(last, 'assessment'), 'outcome') ?? 'no outcome'}.`,
    ...(rows.length === 0 ? [] : [rows.join('\n')]),
    ...(reasons.length === 0 ? [] : [reasons.map((reason) => `- ${reason}`).join('\n')]),
  ];
}

/** Which notices went out, and what proves it. @see 45 CFR 164.414(b) */
export function sendingsSection(lines: readonly TimelineLine[]): readonly string[] {
  const sent = bodiesOf(lines, 'notice-sent').map((body) => {
    const proof = objectAt(body, 'proof');
    const held = textAt(body, 'despiteHold');
    return `- ${textAt(body, 'id')}, on ${textAt(body, 'on')}: ${textAt(proof, 'reference') ?? 'document'}${
      proof.sha256 == null ? '' : ` (SHA-256 ${textAt(proof, 'sha256')})`
    }${held === null ? '' : `; sent despite a hold: ${held}`}`;
  });
  return [sent.length === 0 ? 'None is recorded as sent.' : sent.join('\n')];
}

/** What law enforcement asked for. @see 45 CFR 164.412 */
export function holdsSection(lines: readonly TimelineLine[]): readonly string[] {
  const holds = bodiesOf(lines, 'hold-stated').map((body) => {
    const hold = objectAt(body, 'hold');
    return `- ${textAt(hold, 'kind')}, stated on ${textAt(hold, 'statedOn')}, until ${textAt(hold, 'until') ?? 'no day that was named'}: ${textAt(hold, 'official') ?? 'official not named'}`;
  });
  return [holds.length === 0 ? 'None.' : holds.join('\n')];
}

function bodiesOf(lines: readonly TimelineLine[], type: string): readonly JsonObject[] {
  return lines.map(({ record }) => objectAt(record, 'body')).filter((body) => body.type === type);
}

function objectAt(value: JsonObject, name: string): JsonObject {
  const member = value[name];
  return isObject(member) ? member : {};
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(value: JsonObject, name: string): string | null {
  const member = value[name];
  return typeof member === 'string' && member.trim() !== '' ? plainText(member) : null;
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? plainText(value) : '';
}
