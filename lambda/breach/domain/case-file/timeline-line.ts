import type { JsonObject } from '../../../shared/audit-chain/json-value';
import type { TimelineEntry } from '../register/timeline-entry';

/** An entry of a timeline as people read it. */
export interface TimelineLine {
  readonly seq: number;
  readonly at: string;
  readonly words: string;
  readonly by: string;
  readonly hash: string;
  readonly record: JsonObject;
}

const WORDS: Readonly<Record<string, string>> = {
  opened: 'A signal opened the case',
  reported: 'A person reported it',
  'signal-joined': 'A further signal joined',
  'assessment-voided': 'The assessment no longer covers the case',
  alerted: 'People were told',
  escalated: 'Nobody answered: others were told',
  reminded: 'A reminder was sent',
  'evidence-locked': 'The evidence was locked',
  acknowledged: 'Somebody is at it',
  promoted: 'The review became an incident',
  dismissed: 'The review needs nothing more',
  noted: 'A note',
  'facts-changed': 'Facts were set',
  contained: 'It was marked as contained',
  'containment-started': 'An action to contain was begun',
  'containment-moved': 'An action to contain went on',
  assessed: 'It was assessed',
  'hold-stated': 'Law enforcement asked for a delay',
  'notice-drafted': 'A notice was drafted',
  'notice-sent': 'A notice was sent',
  'obligation-settled': 'An obligation was found not to be owed',
  merged: 'Another case is carried on here',
  linked: 'The case is carried on in another one',
  closed: 'The case was closed',
  reopened: 'The case was reopened',
};

/** Fields of an event that say which one it was: ids, codes and dates of ours. */
const DETAILS = [
  'signal',
  'kind',
  'id',
  'on',
  'state',
  'to',
  'from',
  'until',
  'retainUntil',
  'report',
] as const;
/** A token, behind the head of an ARN where there is one. */
const REFERENCE = /^[\w:./-]{1,200}$/;
const PLAIN = /^[\w:.-]{1,80}$/;

/** An entry in a line of words; texts of people stay in the record. */
export function timelineLine({ line }: TimelineEntry): TimelineLine {
  const record = JSON.parse(line) as JsonObject & { seq: number; at: string; hash: string; body: JsonObject };
  const { body } = record;
  const type = typeof body.type === 'string' ? body.type : '';
  const details = DETAILS.flatMap((name) => plainDetail(body[name]));
  const words = WORDS[type] ?? 'An entry';
  return {
    seq: record.seq,
    at: record.at,
    words: details.length === 0 ? words : `${words}: ${details.join(', ')}`,
    by: byOf(body.by),
    hash: record.hash,
    record,
  };
}

/** Whoever took the step, by reference; a step without one is the system's. */
function byOf(by: unknown): string {
  if (by === undefined) {
    return 'system';
  }
  return typeof by === 'string' && REFERENCE.test(by) ? by : 'a person';
}

function plainDetail(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return PLAIN.test(value) ? [value] : [];
  }
  const signal = typeof value === 'object' && value !== null && 'signal' in value ? value.signal : undefined;
  return typeof signal === 'string' && PLAIN.test(signal) ? [signal] : [];
}
