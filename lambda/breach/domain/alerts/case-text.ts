import { type EnvelopeFields, textField } from './case-envelope';
import type { ConsoleLink } from './console-links';
import type { OuterDate } from './outer-dates';
import { ALERT_LIMIT, paragraphs } from './rendered-alert';

/** What the text of an alert about a case is written from. */
export interface CaseView {
  /** Why it comes again; null for the first. */
  readonly mark: string | null;
  readonly title: string;
  readonly firstStep: string;
  readonly environment: string;
  readonly fields: EnvelopeFields;
  readonly safeguards: readonly { readonly citation: string; readonly about: string }[];
  /** Whether the dates are what is still owed, and not what would be owed. */
  readonly owed: boolean;
  readonly dates: readonly OuterDate[];
  readonly moreDates: number;
  readonly command: string;
  /** How long people have to answer before others are called; null where that is not asked. */
  readonly answerMinutes: number | null;
  readonly links: readonly ConsoleLink[];
}

/** The most dates that a person reads at night; the JSON has more of them. */
const MAX_LINES = 12;

/** The text of an alert, in the order in which somebody who was woken by it needs it. */
export function renderCaseText(view: CaseView): string {
  const { fields, mark, title, firstStep, command } = view;
  const severity = (textField(fields, 'severity') ?? 'unknown').toUpperCase();
  return paragraphs(
    [
      ...(mark === null ? [] : [`${mark}.`]),
      `${severity}: ${title}.`,
      ...(fields.repeat === true
        ? ['This may be the second copy of the same alert: an earlier attempt ended without an answer.']
        : []),
    ],
    [
      'DO THIS FIRST',
      `  ${firstStep}`,
      command.includes(' acknowledge ') ? '  Then say that you are at it:' : '  Then look at the case:',
      `  ${command}`,
      ...(view.answerMinutes === null
        ? []
        : [`  Where nobody has said so within ${view.answerMinutes} minutes, others are called.`]),
    ],
    ['WHAT IS KNOWN', ...knownLines(view)],
    [
      'SAFEGUARDS IT TOUCHES',
      ...view.safeguards.map(({ citation, about }) => `  ${citation}${about === '' ? '' : `  ${about}`}`),
    ],
    dateLines(view),
    ['GO ON HERE', ...view.links.map(({ name, url }) => `  ${name}:\n  ${url}`)],
    [
      'Names are tokens (tok-...): the same name always has the same token. The record of the call has the name.',
      ALERT_LIMIT,
    ],
  );
}

function knownLines({ fields, environment }: CaseView): readonly string[] {
  const rows: readonly (readonly [string, string | null])[] = [
    ['Case', textField(fields, 'incidentId')],
    ['Environment', environment],
    ['Account', textField(fields, 'account') ?? 'not told'],
    ['Region', textField(fields, 'region')],
    ['Resource', resourceWords(fields)],
    ['Who', textField(fields, 'actor') ?? 'not told'],
    ['Happened', moment(textField(fields, 'happenedAt')) ?? textField(fields, 'occurredOn') ?? 'not told'],
    ['Discovered', discovered(fields)],
    ['Signals', typeof fields.signals === 'number' && fields.signals > 1 ? String(fields.signals) : null],
    ['Earlier case', textField(fields, 'relatedTo')],
    ['Carried on in', textField(fields, 'linkedTo')],
    ['Marked', marks(fields)],
  ];
  return rows.flatMap(([name, value]) => (value === null ? [] : [`  ${name.padEnd(13)} ${value}`]));
}

function resourceWords(fields: EnvelopeFields): string {
  const resource = textField(fields, 'resource');
  const service = textField(fields, 'service');
  if (resource === null) {
    return 'not told';
  }
  return service === null || resource.startsWith('arn:') ? resource : `${service}: ${resource}`;
}

function marks(fields: EnvelopeFields): string | null {
  const words = [
    ...(fields.acknowledged === true ? ['acknowledged'] : []),
    ...(fields.contained === true ? ['contained'] : []),
  ];
  return words.length === 0 ? null : words.join(', ');
}

/** `2026-03-04 05:06:07 UTC`: a day alone can be another one where the reader is. */
function moment(instant: string | null): string | null {
  return instant === null ? null : `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** Of a day that a person told, only the date is known: no time is made up for it. */
function discovered(fields: EnvelopeFields): string | null {
  const at = textField(fields, 'discoveredAt');
  return at?.endsWith('T00:00:00.000Z') === true && textField(fields, 'reported') !== null
    ? at.slice(0, 10)
    : moment(at);
}

function dateLines({ fields, dates, moreDates, owed }: CaseView): readonly string[] {
  const hidden = Math.max(0, dates.length - MAX_LINES) + moreDates;
  return [
    owed ? 'STILL OWED' : 'IF IT PROVES TO BE A BREACH',
    `  Day 0 is ${textField(fields, 'dayZero') ?? 'not known'}. Notice is due without unreasonable delay, at the latest:`,
    ...(dates.length === 0 ? ['  nothing any more'] : dates.slice(0, MAX_LINES).map(dateLine)),
    ...(hidden === 0 ? [] : [`  and ${hidden} more: see the case`]),
  ];
}

function dateLine({ due, left, id, recipient, citation, notBefore, condition }: OuterDate): string {
  const held = notBefore === null ? '' : `, not before ${notBefore}`;
  const when = condition === null ? '' : `; ${condition}`;
  return `  ${due ?? 'no date   '}  ${recipient}: ${left}${held}${when} (${id}, ${citation})`;
}
