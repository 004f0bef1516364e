import { CALL_SIGNALS } from '../../../../../lambda/breach/domain/triage/signals/catalogue';
import { UNLISTED_SIGNALS } from '../../../../../lambda/breach/domain/triage/signals/unlisted';
import { triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import { ACCESS_CASES } from './cases/access-cases';
import { AUDIT_CASES } from './cases/audit-cases';
import { STORE_CASES } from './cases/store-cases';
import { type CallCase, eventOf } from './events';

const TABLE = [...AUDIT_CASES, ...STORE_CASES, ...ACCESS_CASES];

const rows = (pick: 'incidents' | 'reviews' | 'ignored'): [string, string, CallCase][] =>
  TABLE.flatMap(({ signal, [pick]: cases = [] }) =>
    cases.map((one): [string, string, CallCase] => [
      signal,
      `${one.call} ${JSON.stringify(one.request)?.slice(0, 120)}`,
      one,
    ]),
  );

const failed = (one: CallCase, errorCode: string): CallCase => ({
  ...one,
  response: null,
  record: { ...one.record, errorCode },
});

describe('signals in API calls', () => {
  test.each(rows('incidents'))('%s: an incident is %s', (signal, _, one) => {
    expect(triageEvent(eventOf(one), one.options)).toMatchObject({ verdict: 'incident', signal });
  });

  test.each(rows('reviews'))('%s: reviewed is %s', (signal, _, one) => {
    expect(triageEvent(eventOf(one), one.options)).toMatchObject({ verdict: 'review', signal });
  });

  test.each(rows('ignored'))('%s: ignored is %s', (_signal, _, one) => {
    expect(triageEvent(eventOf(one), one.options)).toMatchObject({
      verdict: 'ignore',
      signal: null,
      severity: null,
      dedupeKey: null,
    });
  });

  test.each(rows('incidents'))('%s: a denied attempt is reviewed: %s', (_signal, _, one) => {
    expect(triageEvent(eventOf(failed(one, 'AccessDenied')), one.options).verdict).toBe('review');
  });

  test.each([...rows('incidents'), ...rows('reviews'), ...rows('ignored')])(
    '%s: no failed call is an incident: %s',
    (_signal, _, one) => {
      expect(triageEvent(eventOf(failed(one, 'ValidationException')), one.options).verdict).not.toBe(
        'incident',
      );
    },
  );

  test.each(rows('ignored').filter(([, , one]) => one.call.split(':')[0] !== 'signin'))(
    '%s: a call that fails for another reason is ignored: %s',
    (_signal, _, one) => {
      expect(triageEvent(eventOf(failed(one, 'ValidationException')), one.options).verdict).toBe('ignore');
    },
  );

  it('has a case for every row, and an incident for every row that can be one', () => {
    for (const row of [...CALL_SIGNALS, ...UNLISTED_SIGNALS]) {
      const cases = TABLE.find(({ signal }) => signal === row.id);
      expect([row.id, cases !== undefined]).toEqual([row.id, true]);
      if (row.question !== 'watch') {
        expect([row.id, (cases?.incidents ?? []).length > 0]).toEqual([row.id, true]);
      }
    }
  });

  it('names every signal once', () => {
    const ids = [...CALL_SIGNALS, ...UNLISTED_SIGNALS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives a reason, a citation and a key to whatever is recorded', () => {
    for (const [, , one] of [...rows('incidents'), ...rows('reviews')]) {
      const verdict = triageEvent(eventOf(one), one.options);
      expect(verdict.reasons.length).toBeGreaterThan(0);
      expect(verdict.citations.length).toBeGreaterThan(0);
      expect(verdict.dedupeKey).toContain(verdict.signal);
    }
  });
});
