import type { CivilDate } from '../../../shared/calendar/civil-date';
import { dayZeroOf } from '../deadlines/day-zero';
import type { Incident } from '../incident/incident';
import type { Names } from '../register/names';
import type { Severity } from '../triage/verdict';
import { caseEnvelope, type EnvelopeFields, textField } from './case-envelope';
import { renderCaseText } from './case-text';
import { caseWords } from './case-words';
import { consoleLinks } from './console-links';
import type { OutboxMessage } from './outbox-message';
import { type OuterDate, outerDates, owedDates } from './outer-dates';
import { ALERT_LIMIT, type RenderedAlert, subjectLine } from './rendered-alert';
import { safeguardWords } from './safeguard-words';

/** What an alert is rendered with. */
export interface RenderContext {
  readonly environment: string;
  readonly names: Names;
  /** The covered entity's local day. */
  readonly today: CivilDate;
  /** How long people have to answer, by severity. */
  readonly answerMinutes: Readonly<Record<Severity, number>>;
  /** Whether an earlier attempt may have got through. */
  readonly repeat: boolean;
}

/** The most dates that an alert lists. */
const MAX_DATES = 40;

const MARKS: Partial<Readonly<Record<OutboxMessage['kind'], string>>> = {
  'incident-raised': 'IT HAS GROWN WORSE',
  escalation: 'NOBODY HAS ANSWERED',
};

/**
 * An alert about a case: what somebody needs who was woken by it, and nothing that names a person.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export function renderCase(
  message: OutboxMessage,
  incident: Incident,
  context: RenderContext,
): RenderedAlert {
  const { today, environment, names, repeat } = context;
  const { title, firstStep, citations } = caseWords(incident);
  const { date: dayZero } = dayZeroOf({ ...incident.facts, asOf: today });
  const fields = caseEnvelope(
    incident,
    { kind: message.kind, alertId: message.id, repeat, dayZero, citations },
    names,
  );
  const owed = message.kind === 'reminder';
  const all = owed ? owedDates(incident, today) : outerDates(incident.facts, today);
  const safeguards = citations.map((citation) => ({
    citation: `45 CFR ${citation}`,
    about: safeguardWords(citation) ?? '',
  }));
  const view = {
    mark: owed ? reminderMark(all) : (MARKS[message.kind] ?? null),
    title,
    firstStep: owed ? reminderStep(incident) : firstStep,
    environment,
    fields,
    safeguards,
    owed,
    dates: all.slice(0, MAX_DATES),
    moreDates: Math.max(0, all.length - MAX_DATES),
    answerMinutes:
      incident.acknowledged === null && (message.kind === 'incident' || message.kind === 'incident-raised')
        ? context.answerMinutes[incident.severity]
        : null,
    command: commandFor(message, incident, environment),
    links: consoleLinks(textField(fields, 'signal'), textField(fields, 'region'), callOf(fields)),
  };
  return {
    subject: subjectOf(view.mark, title, incident, environment),
    text: renderCaseText(view),
    json: {
      schemaVersion: 1,
      environment,
      what: title,
      firstStep: view.firstStep,
      ...fields,
      safeguards,
      outerDates: view.dates,
      moreDates: view.moreDates,
      command: view.command,
      links: view.links.map(({ name, url }) => ({ name, url })),
      limit: ALERT_LIMIT,
    },
  };
}

/** The command that comes next: somebody has to say that they are at it, or see what is due. */
function commandFor({ kind }: OutboxMessage, { id, acknowledged }: Incident, environment: string): string {
  const step = acknowledged === null && kind !== 'reminder' ? 'acknowledge' : 'show';
  return `npx hipaa incident ${step} ${id} --environment ${environment}`;
}

/** What a reminder asks for: as long as nobody has assessed a case, all of it is owed. */
function reminderStep({ assessed }: Incident): string {
  return assessed === null
    ? 'Assess it, or send what is owed: a breach is presumed until somebody has shown otherwise (45 CFR 164.402).'
    : 'Send what is owed, and record each sending with its proof.';
}

/** How urgent a reminder is, by the date that comes first. */
function reminderMark(dates: readonly OuterDate[]): string {
  const first = dates.find(({ due }) => due !== null);
  return first === undefined ? 'REMINDER' : `REMINDER, ${first.left}`;
}

function subjectOf(
  mark: string | null,
  title: string,
  { severity, id }: Incident,
  environment: string,
): string {
  const head = `[${environment}] ${mark === null ? '' : `${mark}: `}${severity.toUpperCase()} `;
  const tail = ` (${id.slice(0, 12)})`;
  const room = 100 - head.length - tail.length;
  const words = title.length <= room ? title : `${title.slice(0, Math.max(0, room - 3)).trimEnd()}...`;
  return subjectLine(`${head}${words}${tail}`);
}

function callOf(fields: EnvelopeFields): string | null {
  return textField(fields, 'call')?.slice('call-'.length) ?? null;
}
