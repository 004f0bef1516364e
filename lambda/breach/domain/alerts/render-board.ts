import type { JsonObject } from '../../../shared/audit-chain/json-value';
import { buildEnvelope } from '../../../shared/envelope/build-envelope';
import type { EnvelopeSchema } from '../../../shared/envelope/field-kinds';
import { DUTY_KINDS, type DutyKind } from '../clock/duty';
import { MALFORMED_SIGNAL } from '../incident/signal-fact';
import { SIGNALS } from '../triage/signals/catalogue';
import { type EnvelopeFields, textField } from './case-envelope';
import type { AlertChannel, OutboxMessage } from './outbox-message';
import type { RenderContext } from './render-case';
import { ALERT_LIMIT, paragraphs, type RenderedAlert } from './rendered-alert';

/** Kinds of alerts that are about no case. */
export type BoardKind = 'digest' | 'duty' | 'annual-log' | 'heartbeat-missing' | 'test';

/** What such an alert may carry: the allow-list. */
const BOARD_SCHEMAS: Readonly<Record<BoardKind, EnvelopeSchema>> = {
  digest: {
    day: { kind: 'date' },
    reviews: { kind: 'count' },
    oldest: { kind: 'date' },
    ignored: { kind: 'count' },
  },
  duty: {
    id: { kind: 'id', prefix: 'duty' },
    kind: { kind: 'enum', values: DUTY_KINDS },
    due: { kind: 'date' },
    overdue: { kind: 'flag' },
  },
  'annual-log': { year: { kind: 'count', most: 9999 }, due: { kind: 'date' }, cases: { kind: 'count' } },
  'heartbeat-missing': { minutes: { kind: 'count' } },
  test: {},
};

const ROW_SCHEMA: EnvelopeSchema = {
  signal: { kind: 'enum', values: [...SIGNALS.keys(), MALFORMED_SIGNAL] },
  count: { kind: 'count' },
};

interface Board {
  readonly subject: string;
  readonly lines: readonly (readonly string[])[];
  readonly json: JsonObject;
}

type Context = Pick<RenderContext, 'environment' | 'names' | 'repeat'>;

/** What a board is written from: the fields that its schema let through, and the rows of a digest. */
interface BoardInput {
  readonly fields: EnvelopeFields;
  readonly rows: readonly EnvelopeFields[];
  readonly environment: string;
  readonly channel: AlertChannel;
}

/** An alert about no case. What is not of its kind is left out. @see 45 CFR 164.502(b) */
export function renderBoard(
  message: OutboxMessage & { readonly kind: BoardKind },
  { environment, names, repeat }: Context,
): RenderedAlert {
  const options = { key: names.key };
  const { fields } = buildEnvelope(BOARD_SCHEMAS[message.kind], message.content, options);
  const rows = Object.entries(message.content.counts ?? {})
    .map(([signal, count]) => buildEnvelope(ROW_SCHEMA, { signal, count }, options))
    .flatMap((row) => (row.refused.length === 0 ? [row.fields] : []));
  const { subject, lines, json } = BOARDS[message.kind]({
    fields,
    rows,
    environment,
    channel: message.channel,
  });
  return {
    subject: `[${environment}] ${subject}`,
    text: paragraphs(...lines, [`Environment ${environment}, message ${message.id}.`, ALERT_LIMIT]),
    json: { schemaVersion: 1, kind: message.kind, alertId: message.id, environment, repeat, ...json },
  };
}

const BOARDS: Readonly<Record<BoardKind, (input: BoardInput) => Board>> = {
  digest,
  duty,
  'annual-log': annualLog,
  'heartbeat-missing': heartbeatMissing,
  test: testAlert,
};

function digest({ fields, rows, environment }: BoardInput): Board {
  const day = dateIn(fields, 'day');
  const reviews = countIn(fields, 'reviews');
  const ignored = countIn(fields, 'ignored');
  const oldest = textField(fields, 'oldest');
  return {
    subject: `Daily digest of ${day}: ${reviews} to review`,
    lines: [
      [
        `${counted(reviews, 'review is', 'reviews are')} waiting. Nobody was paged for them; look at them by day.`,
        ...(oldest === null
          ? []
          : [
              `The oldest is of ${oldest}: should one prove to be a breach, its day 0 is the day on which it was found (45 CFR 164.404(a)(2)).`,
            ]),
      ],
      [`SIGNALS OF ${day} (UTC)`, ...(rows.length === 0 ? ['  none'] : rows.map(rowLine))],
      [
        `Events that were judged to be routine: ${ignored}. Attempts count as security incidents (45 CFR 164.304); the counts are kept.`,
      ],
      [`npx hipaa incident list --state review --environment ${environment}`],
    ],
    json: { ...fields, signals: rows },
  };
}

function rowLine(row: EnvelopeFields): string {
  const title = SIGNALS.get(textField(row, 'signal') ?? '')?.title;
  return `  ${String(countIn(row, 'count')).padStart(6)}  ${title ?? 'Events that could not be read, kept by their hash'}`;
}

const DUTY_WORDS: Readonly<Record<DutyKind, readonly [what: string, citation: string]>> = {
  'break-glass-review': ['Emergency access has to be reviewed', '45 CFR 164.312(a)(2)(ii)'],
  acknowledgement: ['An exception to a rule expires', '45 CFR 164.308(a)(8)'],
  attestation: ['An attestation expires', '45 CFR 164.316(b)(1)(ii)'],
  'business-associate': ['A business associate agreement expires', '45 CFR 164.308(b)(3)'],
};

function duty({ fields, environment }: BoardInput): Board {
  const kind = DUTY_KINDS.find((one) => one === fields.kind);
  const [what, citation] =
    kind === undefined ? ['Something falls due', '45 CFR 164.308(a)(8)'] : DUTY_WORDS[kind];
  const due = dateIn(fields, 'due');
  const overdue = fields.overdue === true;
  const { id = null } = fields;
  return {
    subject: `${overdue ? 'OVERDUE: ' : ''}${what} (${due})`,
    lines: [
      [`${what}: it ${overdue ? 'was' : 'is'} due on ${due} (${citation}).`, `  ${id ?? 'not told'}`],
      [`npx hipaa check --environment ${environment}`],
    ],
    json: { duty: id, dutyKind: kind ?? null, due, overdue, citation },
  };
}

function annualLog({ fields, environment }: BoardInput): Board {
  const year = countIn(fields, 'year');
  const due = dateIn(fields, 'due');
  const cases = countIn(fields, 'cases');
  return {
    subject: `HHS log of ${year}: ${counted(cases, 'case', 'cases')}, due ${due}`,
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

function heartbeatMissing({ fields, environment }: BoardInput): Board {
  const minutes = countIn(fields, 'minutes');
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

function testAlert({ environment, channel }: BoardInput): Board {
  return {
    subject: `TEST alert (${channel}): nothing happened`,
    lines: [
      [`TEST. Nothing happened: somebody asked whether alerts arrive. Those of the channel ${channel} do.`],
      [`npx hipaa incident test --environment ${environment}`],
    ],
    json: { test: true, channel },
  };
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function countIn(fields: EnvelopeFields, name: string): number {
  const value = fields[name];
  return typeof value === 'number' ? value : 0;
}

function dateIn(fields: EnvelopeFields, name: string): string {
  return textField(fields, name) ?? 'an unknown day';
}
