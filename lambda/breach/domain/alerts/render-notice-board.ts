import type { JsonObject } from '../../../shared/audit-chain/json-value';
import { isCivilDate } from '../../../shared/calendar/civil-date';
import { DUTY_KINDS, type DutyKind } from '../clock/duty';
import { SIGNALS } from '../triage/signals/catalogue';
import type { OutboxMessage } from './outbox-message';
import type { RenderContext } from './render-case';
import { ALERT_LIMIT, paragraphs, type RenderedAlert } from './rendered-alert';

/** Kinds of alerts that are about no case. */
export type BoardKind = 'digest' | 'duty' | 'annual-log' | 'heartbeat-missing' | 'test';

interface Board {
  readonly subject: string;
  readonly lines: readonly (readonly string[])[];
  readonly json: JsonObject;
}

/** An alert about no case. Its content is read field by field: what is not of its kind is left out. */
export function renderBoard(
  message: OutboxMessage & { readonly kind: BoardKind },
  { environment, repeat }: Pick<RenderContext, 'environment' | 'repeat'>,
): RenderedAlert {
  const { subject, lines, json } = BOARDS[message.kind](message.content, environment);
  return {
    subject: `[${environment}] ${subject}`,
    text: paragraphs(...lines, [`Environment ${environment}, message ${message.id}.`, ALERT_LIMIT]),
    json: { schemaVersion: 1, kind: message.kind, alertId: message.id, environment, repeat, ...json },
  };
}

const BOARDS: Readonly<Record<BoardKind, (content: JsonObject, environment: string) => Board>> = {
  digest,
  duty,
  'annual-log': annualLog,
  'heartbeat-missing': heartbeatMissing,
  test: testAlert,
};

function digest(content: JsonObject, environment: string): Board {
  const day = dateIn(content.day);
  const counted = Object.entries(objectIn(content.counts)).flatMap(([signal, count]) =>
    SIGNALS.has(signal) || signal === 'malformed-event' ? [{ signal, count: countIn(count) }] : [],
  );
  const reviews = countIn(content.reviews);
  const ignored = countIn(content.ignored);
  const list = counted.map(
    ({ signal, count }) =>
      `  ${String(count).padStart(6)}  ${SIGNALS.get(signal)?.title ?? 'Events that could not be read, kept by their hash'}`,
  );
  return {
    subject: `Daily digest of ${day}: ${reviews} to review`,
    lines: [
      [`Reviews of ${day} (UTC): ${reviews} waiting. Nobody was paged for them; look at them by day.`],
      ['SIGNALS OF THE DAY', ...(list.length === 0 ? ['  none'] : list)],
      [
        `Events that were judged to be routine: ${ignored}. Attempts count as security incidents (45 CFR 164.304); the counts are kept.`,
      ],
      [`npx hipaa incident list --state review --environment ${environment}`],
    ],
    json: { day, reviews, ignored, signals: counted },
  };
}

const DUTY_WORDS: Readonly<Record<DutyKind, readonly [what: string, citation: string]>> = {
  'break-glass-review': ['Emergency access has to be reviewed', '45 CFR 164.312(a)(2)(ii)'],
  acknowledgement: ['An exception to a rule expires', '45 CFR 164.308(a)(8)'],
  attestation: ['An attestation expires', '45 CFR 164.316(b)(1)(ii)'],
  'business-associate': ['A business associate agreement expires', '45 CFR 164.308(b)(3)'],
};

function duty(content: JsonObject, environment: string): Board {
  const kind = DUTY_KINDS.find((one) => one === content.kind);
  const [what, citation] =
    kind === undefined ? ['Something falls due', '45 CFR 164.308(a)(8)'] : DUTY_WORDS[kind];
  const due = dateIn(content.due);
  const left = typeof content.left === 'number' ? content.left : 0;
  const when = left < 0 ? `was due on ${due}` : `is due on ${due}`;
  const id =
    typeof content.id === 'string' && /^duty-[0-9a-f-]{32,64}$/.test(content.id) ? content.id : 'not told';
  return {
    subject: `${left < 0 ? 'OVERDUE: ' : ''}${what} (${due})`,
    lines: [
      [`${what}: it ${when} (${citation}).`, `  ${id}`],
      [`npx hipaa check --environment ${environment}`],
    ],
    json: { duty: id, dutyKind: kind ?? null, due, overdue: left < 0, citation },
  };
}

function annualLog(content: JsonObject, environment: string): Board {
  const year = typeof content.year === 'number' ? content.year : 0;
  const due = dateIn(content.due);
  const cases = countIn(content.cases);
  return {
    subject: `HHS log of ${year}: ${cases} cases, due ${due}`,
    lines: [
      [
        `Breaches of fewer than 500 people that were discovered in ${year} are reported to HHS by ${due} (45 CFR 164.408(c)).`,
        `  Cases that still owe it: ${cases}`,
      ],
      [`npx hipaa incident list --environment ${environment}`],
    ],
    json: { year, due, cases, citation: '45 CFR 164.408(c)' },
  };
}

function heartbeatMissing(content: JsonObject, environment: string): Board {
  const minutes = countIn(content.minutes);
  return {
    subject: 'CRITICAL The path of the alerts is silent',
    lines: [
      [`CRITICAL: no heartbeat has come through for ${minutes} minutes. Events may not reach anybody.`],
      [
        'DO THIS FIRST',
        '  Look at the dead-letter queues and at the rules that feed the intake queue; somebody may have cut it.',
      ],
      [`npx hipaa incident test --environment ${environment}`],
    ],
    json: { severity: 'critical', minutes, citation: '45 CFR 164.308(a)(6)(ii)' },
  };
}

function testAlert(_content: JsonObject, environment: string): Board {
  return {
    subject: 'TEST alert: nothing happened',
    lines: [
      ['TEST. Nothing happened: somebody asked whether alerts arrive. They do.'],
      [`npx hipaa incident test --environment ${environment}`],
    ],
    json: { test: true },
  };
}

function countIn(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? Math.min(value, 9_999_999)
    : 0;
}

function dateIn(value: unknown): string {
  return isCivilDate(value) ? value : 'an unknown day';
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
