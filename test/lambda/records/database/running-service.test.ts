import fc from 'fast-check';
import type { AuditEvent } from '../../../../lambda/records/domain/audit/audit-event';
import { ChainVerifier } from '../../../../lambda/shared/audit-chain/chain-verifier';
import type { TestPostgres } from '../../../support/postgres';
import { CONTENT, PATIENTS, seedPractice } from './practice';
import { SLOW_MS, startRecordsDatabase } from './records-database';
import { type Answered, type Asked, type RunningService, startService } from './running-service';

let postgres: TestPostgres;
let service: RunningService;
/** What the stream does next; it takes everything unless a test says otherwise. */
let take: (lines: readonly string[]) => readonly boolean[] = (lines) => lines.map(() => true);

beforeAll(async () => {
  postgres = await startRecordsDatabase();
  await seedPractice(postgres);
  service = await startService(postgres, { deliver: async (lines) => take(lines) });
}, SLOW_MS);
afterAll(async () => {
  await service.stop();
  await postgres.stop();
});
afterEach(() => {
  take = (lines) => lines.map(() => true);
});

interface Recorded {
  readonly seq: number;
  readonly body: AuditEvent;
}

const recorded = () => service.auditLines.map((line) => JSON.parse(line) as Recorded);

function verify(lines: readonly string[], window = 0) {
  const verifier = new ChainVerifier({ window });
  for (const line of lines) verifier.add(line.trimEnd());
  return verifier.finish();
}

const RECORD: Asked = {
  method: 'GET',
  path: `/patients/${PATIENTS.treated}/record`,
  purpose: 'treatment',
};
const note = (text: string): Asked => ({
  method: 'POST',
  path: `/patients/${PATIENTS.treated}/record/notes`,
  purpose: 'treatment',
  body: { ...CONTENT.notes, text },
});

describe('the service on a real database', () => {
  it('writes and reads a record over TLS', async () => {
    const cookie = await service.signIn('physician');
    const added = await service.ask(cookie, note('Over TLS'));
    expect([added.status, added.body]).toEqual([201, expect.stringContaining('"entryId"')]);
    const { status, body, headers } = await service.ask(cookie, RECORD);
    expect(status).toBe(200);
    expect(body).toContain('Over TLS');
    expect(headers['cache-control']).toBe('no-store');
    expect(recorded().slice(-2)).toMatchObject([
      { body: { action: 'write', outcome: 'allowed' } },
      { body: { action: 'read', outcome: 'allowed' } },
    ]);
  });

  it(
    'loses nothing from the chain with a thousand requests in flight, whatever the stream refuses at first',
    async () => {
      const cookies = await Promise.all([
        service.signIn('physician'),
        service.signIn('nurse'),
        service.signIn('otherPhysician'),
      ]);
      const before = service.auditLines.length;
      let calls = 0;
      take = (lines) => {
        calls += 1;
        return lines.map((_, index) => (calls + index) % 7 !== 0);
      };
      const answers = await Promise.all(
        Array.from({ length: 1_000 }, (_, index) => service.ask(cookies[index % 3] ?? '', RECORD)),
      );
      const statuses = Object.groupBy(answers, ({ status }: Answered) => status);
      expect(Object.entries(statuses).map(([status, of]) => [status, of?.length])).toEqual([
        ['200', 667],
        ['403', 333],
      ]);
      const events = recorded().slice(before);
      expect(events).toHaveLength(1_000);
      const correlated = new Set(events.map(({ body }) => body.correlationId));
      expect(answers.every(({ headers }) => correlated.has(String(headers['x-correlation-id'])))).toBe(true);
      expect(events.filter(({ body }) => body.outcome === 'refused')).toHaveLength(333);
      // One call carries many records.
      expect(calls).toBeLessThan(900);
      const inOrder = [...service.auditLines].sort(
        (a, b) => (JSON.parse(a) as Recorded).seq - (JSON.parse(b) as Recorded).seq,
      );
      expect(verify(inOrder)).toMatchObject({ records: service.auditLines.length, breaks: [] });
      expect(verify(inOrder.toSpliced(500, 1)).breaks).not.toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'answers 503 and keeps nothing when the stream takes nothing, and goes on in the same chain',
    async () => {
      const cookie = await service.signIn('physician');
      const before = await service.ask(cookie, RECORD);
      take = (lines) => lines.map(() => false);
      const refused = await Promise.all([
        service.ask(cookie, note('Never stored')),
        service.ask(cookie, RECORD),
      ]);
      for (const { status, body } of refused) {
        expect([status, Object.keys(JSON.parse(body) as object)]).toEqual([503, ['error', 'correlationId']]);
      }
      take = (lines) => lines.map(() => true);
      const after = await service.ask(cookie, RECORD);
      expect(after.body).toBe(before.body);
      const sequence = recorded().map(({ seq }) => seq);
      expect(sequence.toSorted((a, b) => a - b)).toEqual(sequence.map((_, index) => index));
    },
    SLOW_MS,
  );

  it('has no PHI in its log, its audit log, its errors or its alerts', async () => {
    const cookie = await service.signIn('nurse');
    const answers = [
      await service.ask(cookie, {
        method: 'POST',
        path: '/break-glass',
        purpose: 'emergency',
        body: { patientId: PATIENTS.other, reason: 'unconscious', justification: 'Zebulon fell down' },
      }),
      await service.ask(cookie, { ...note('Zebulon') }),
      await service.ask(cookie, {
        method: 'POST',
        path: '/patients/search',
        purpose: 'treatment',
        body: { familyName: 'Zebulon', birthDate: '1999-99-99' },
      }),
      await service.ask(cookie, { method: 'GET', path: '/patients/Zebulon/record', purpose: 'treatment' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 403, 400, 404]);
    expect(service.alerts).toHaveLength(1);
    const told = [
      ...service.logLines,
      ...service.auditLines,
      ...answers.slice(1).map(({ body }) => body),
    ].join('\n');
    for (const canary of [
      'Zebulon',
      'Quillfeather',
      'Marigold',
      '1971-03-14',
      PATIENTS.other,
      PATIENTS.treated,
    ]) {
      expect(told).not.toContain(canary);
      expect(JSON.stringify(service.alerts)).not.toContain(canary);
    }
  });

  it(
    'stores or refuses whatever text it is sent, and never fails',
    async () => {
      const cookies = {
        treatment: await service.signIn('physician'),
        operations: await service.signIn('admin'),
      };
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ maxLength: 120 }),
        fc.constantFrom(
          '\u0000',
          'a\u0000b',
          '\ud800',
          "'; --",
          '\\',
          '%',
          '🩺'.repeat(100),
          'ﷺ'.repeat(100),
          ' ',
        ),
      );
      const day = fc.oneof(
        text,
        fc.constantFrom(
          '0000-00-00',
          '2026-02-30',
          '9999-12-31',
          '10000-01-01',
          '-0001-01-01',
          '1850-01-01',
          'infinity',
        ),
      );
      const record = `/patients/${PATIENTS.treated}/record`;
      const asked = fc.oneof(
        fc.record({ text, writtenOn: day }).map((body) => [`${record}/notes`, 'treatment', body] as const),
        fc
          .record({ name: text, dose: text, startedOn: day, endedOn: fc.option(day) })
          .map((body) => [`${record}/medications`, 'treatment', body] as const),
        fc
          .record({ kind: fc.constantFrom('weight', 'x'), value: text, unit: text, takenAt: day })
          .map((body) => [`${record}/vitals`, 'treatment', body] as const),
        fc
          .record({ familyName: text, givenName: text })
          .map((body) => ['/patients/search', 'operations', body] as const),
        fc
          .record({ ...demographicsOf(text), birthDate: day, sex: fc.constantFrom('female', 'x') })
          .map((body) => ['/patients', 'operations', body] as const),
      );
      await fc.assert(
        fc.asyncProperty(asked, async ([path, purpose, body]) => {
          const { status } = await service.ask(cookies[purpose], { method: 'POST', path, purpose, body });
          expect([200, 201, 400]).toContain(status);
        }),
        { numRuns: 200 },
      );
    },
    SLOW_MS,
  );
});

/** Demographics of any text. */
function demographicsOf(text: fc.Arbitrary<string>) {
  return {
    familyName: text,
    givenName: text,
    addressLine: text,
    city: text,
    state: text,
    postalCode: text,
    phone: text,
    email: text,
  };
}
