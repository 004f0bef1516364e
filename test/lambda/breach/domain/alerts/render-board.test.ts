import { type BoardKind, renderBoard } from '../../../../../lambda/breach/domain/alerts/render-board';
import { subjectLine } from '../../../../../lambda/breach/domain/alerts/rendered-alert';
import { alertOf } from '../../../../../lambda/breach/domain/alerts/sns-message';
import { createNames } from '../../../../../lambda/breach/domain/register/names';
import type { JsonObject } from '../../../../../lambda/shared/audit-chain/json-value';

const NAMES = createNames(Buffer.alloc(32, 7), []);

const CONTENTS: Readonly<Record<BoardKind, JsonObject>> = {
  digest: {
    day: '2026-03-03',
    reviews: 12,
    ignored: 4310,
    counts: { 'access-denied': 9, 'malformed-event': 1, 'policy of Jane Doe': 3 },
  },
  duty: {
    id: 'duty-00000000000000000000000000000001',
    kind: 'business-associate',
    due: '2026-04-03',
    overdue: true,
  },
  'annual-log': { year: 2026, due: '2027-03-01', cases: 3 },
  'heartbeat-missing': { minutes: 45 },
  test: {},
};

function rendered(kind: BoardKind, content: JsonObject = CONTENTS[kind]) {
  const message = {
    id: 'msg-00000000000000000000000000000007',
    kind,
    channel: 'low',
    incidentId: null,
    at: '2026-03-04T15:00:00.000Z',
    content,
  } as const;
  return renderBoard(message, { environment: 'production', names: NAMES, repeat: false });
}

describe('an alert about no case', () => {
  it.each(Object.keys(CONTENTS) as BoardKind[])('reads like this: %s', (kind) => {
    const { subject, text, json } = rendered(kind);
    expect(`${subject}\n\n${text}\n${JSON.stringify(json, null, 1)}`).toMatchSnapshot();
  });

  it.each(Object.keys(CONTENTS) as BoardKind[])('says nothing that is not of its kind: %s', (kind) => {
    const names = [
      'day',
      'reviews',
      'ignored',
      'counts',
      'id',
      'kind',
      'due',
      'overdue',
      'year',
      'cases',
      'minutes',
    ];
    for (const hostile of ['Jane Doe', { 'Jane Doe': 'Jane Doe' }, ['Jane Doe'], -1, 1e12, null]) {
      const content = Object.fromEntries(names.map((name) => [name, hostile]));
      const said = JSON.stringify(rendered(kind, content));
      expect(said).not.toMatch(/Jane|1000000000000/);
    }
  });
});

describe('a subject', () => {
  it.each([
    ['a\nb\tc', 'a b c'],
    ['Gr\u00fc\u00dfe \u2014 x', 'Gr e x'],
    ['x'.repeat(200), `${'x'.repeat(97)}...`],
  ])('of %j is %j', (text, expected) => {
    expect(subjectLine(text)).toBe(expected);
  });
});

describe('a message for SNS', () => {
  const message = { id: 'msg-1', channel: 'low' } as const;

  it('is cut where a text is too long, and says so', () => {
    const json = { schemaVersion: 1, kind: 'test', alertId: 'msg-1', filler: 'x'.repeat(100_000) };
    const alert = alertOf(message, { subject: 's', text: '\ud83d\ude00'.repeat(50_000), json });
    expect(Buffer.byteLength(alert.message)).toBeLessThan(256 * 1024);
    const texts = JSON.parse(alert.message);
    expect(texts.email).toMatch(/\[cut: see the case\]\n$/);
    expect(JSON.parse(texts.default)).toEqual({
      schemaVersion: 1,
      kind: 'test',
      alertId: 'msg-1',
      incidentId: null,
      severity: null,
      truncated: true,
    });
  });
});
