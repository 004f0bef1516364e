import fc from 'fast-check';
import {
  computeDeadlines,
  type DeadlinesResult,
} from '../../../../../lambda/breach/domain/deadlines/compute-deadlines';
import { parseFacts } from '../../../../../lambda/breach/domain/deadlines/facts';
import { renderDeadlines } from '../../../../../lambda/breach/domain/deadlines/render-deadlines';
import { STATE_RULES } from '../../../../../lambda/breach/domain/deadlines/state-rules/state-rules';
import { addDays } from '../../../../../lambda/shared/calendar/calendar-days';
import { parseCivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { deadlinesOf, idsOf } from './incident';

const EPOCH = parseCivilDate('2026-01-01');
/** Late enough for every generated date; early enough for the calendar. */
const AS_OF = '2032-12-31';

/** A day from 2026 to 2029: two year ends with 1 March, one with 29 February, every modelled rule in force. */
const day = fc.integer({ min: 0, max: 4 * 365 }).map((days) => addDays(EPOCH, days));
const jurisdiction = fc.constantFrom('CA', 'NY', 'TX', 'WA', 'FL', 'WY', 'GU');
const count = fc.oneof(
  fc.constantFrom(null, 0, 1, 249, 250, 251, 299, 300, 499, 500, 501),
  fc.integer({ min: 0, max: 1200 }),
);
const entry = fc.record({ jurisdiction, count });
const hold = fc.record({
  kind: fc.constantFrom('written', 'oral'),
  after: fc.integer({ min: -10, max: 130 }),
  length: fc.option(fc.integer({ min: 0, max: 200 })),
});
const sent = fc.record({
  id: fc.constantFrom(
    'individual-notice',
    'hhs-notice',
    'hhs-annual-log',
    'state:CA-CIV-1798.82',
    'media-notice',
  ),
  after: fc.integer({ min: 0, max: 500 }),
});

const incident = fc
  .record({
    role: fc.constantFrom('covered-entity', 'covered-entity', 'business-associate'),
    discoveredOn: day,
    businessAssociate: fc.option(
      fc.record({ discoveredOn: day, agent: fc.boolean(), toldUsOn: fc.option(day) }),
    ),
    affected: fc.array(entry, { minLength: 1, maxLength: 5 }),
    unreachable: fc.constantFrom(0, 9, 10),
    phiTypes: fc.subarray(['name', 'email', 'ssn', 'diagnosis', 'unheard-of']),
    facility: fc.option(fc.record({ jurisdiction })),
    holds: fc.array(hold, { maxLength: 4 }),
    sent: fc.array(sent, { maxLength: 3 }),
    agreementDays: fc.constantFrom(null, 5, 90),
  })
  .map(({ holds, sent: notices, ...facts }) => ({
    ...facts,
    asOf: AS_OF,
    holds: holds.map(({ kind, after, length }) => {
      const statedOn = addDays(facts.discoveredOn, after);
      return { kind, statedOn, until: length === null ? null : addDays(statedOn, length), official: null };
    }),
    sent: notices.map(({ id, after }) => ({ id, on: addDays(facts.discoveredOn, after) })),
  }));

type Incident = typeof incident extends fc.Arbitrary<infer Facts> ? Facts : never;

function compute(facts: unknown): DeadlinesResult {
  return computeDeadlines(parseFacts(facts));
}

/** The two duties toward HHS are one deadline: growing from the one into the other has to bring it forward. */
function deadlines(result: DeadlinesResult): ReadonlyMap<string, string> {
  return new Map(
    result.obligations.flatMap(({ id, jurisdiction: where, due }): [string, string][] =>
      due === null ? [] : [[`${id.startsWith('hhs-') ? 'hhs' : id} ${where}`, due]],
    ),
  );
}

function expectNothingLater(before: Incident, after: Incident): void {
  const moved = deadlines(compute(after));
  for (const [duty, due] of deadlines(compute(before))) {
    expect(moved.get(duty)).toBeDefined();
    expect([duty, (moved.get(duty) ?? '9999') <= due]).toEqual([duty, true]);
  }
}

describe('no due date moves later', () => {
  const RUNS = { numRuns: 250 };

  it('when individuals are added', () => {
    fc.assert(
      fc.property(incident, fc.nat(), fc.integer({ min: 1, max: 700 }), (facts, pick, more) => {
        const chosen = pick % facts.affected.length;
        const affected = facts.affected.map((given, index) =>
          index === chosen && given.count !== null ? { ...given, count: given.count + more } : given,
        );
        expectNothingLater(facts, { ...facts, affected });
      }),
      RUNS,
    );
  });

  it('when a jurisdiction is added, known or not', () => {
    fc.assert(
      fc.property(incident, entry, (facts, another) => {
        expectNothingLater(facts, { ...facts, affected: [...facts.affected, another] });
      }),
      RUNS,
    );
  });

  it('when a count becomes unknown', () => {
    fc.assert(
      fc.property(incident, (facts) => {
        expectNothingLater(facts, {
          ...facts,
          affected: facts.affected.map((given) => ({ ...given, count: null })),
        });
      }),
      RUNS,
    );
  });

  it('when the discovery is earlier, ours or a business associate’s', () => {
    fc.assert(
      fc.property(
        incident,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 0, max: 500 }),
        (facts, ours, theirs) => {
          const earlier = (date: Incident['discoveredOn'], days: number) => {
            const found = addDays(date, -days);
            return found < EPOCH ? EPOCH : found;
          };
          const { businessAssociate: associate } = facts;
          expectNothingLater(facts, {
            ...facts,
            discoveredOn: earlier(facts.discoveredOn, ours),
            businessAssociate:
              associate === null
                ? null
                : {
                    ...associate,
                    discoveredOn: earlier(associate.discoveredOn, theirs),
                    toldUsOn: associate.toldUsOn === null ? null : earlier(associate.toldUsOn, theirs),
                  },
          });
        },
      ),
      RUNS,
    );
  });

  it('when types of information are added', () => {
    fc.assert(
      fc.property(incident, fc.constantFrom('ssn', 'name', 'anything'), (facts, type) => {
        fc.pre(facts.phiTypes.length > 0);
        expectNothingLater(facts, { ...facts, phiTypes: [...facts.phiTypes, type] });
      }),
      RUNS,
    );
  });
});

describe('a hold', () => {
  it('never brings a date forward, and no date lies before the day on which notice is allowed again', () => {
    fc.assert(
      fc.property(incident, (facts) => {
        const free = deadlines(compute({ ...facts, holds: [] }));
        const held = compute(facts);
        for (const [duty, due] of deadlines(held)) {
          expect([duty, (free.get(duty) ?? '9999') <= due]).toEqual([duty, true]);
        }
        for (const { due, notBefore } of held.obligations) {
          expect(due === null || notBefore === null || notBefore <= due).toBe(true);
        }
      }),
    );
  });
});

describe('computeDeadlines', () => {
  it('does not depend on the order of its input and is the same each time', () => {
    fc.assert(
      fc.property(incident, (facts) => {
        const reversed = {
          ...facts,
          affected: [...facts.affected].reverse(),
          holds: [...facts.holds].reverse(),
          sent: [...facts.sent].reverse(),
          phiTypes: [...facts.phiTypes].reverse(),
        };
        expect(compute(reversed)).toEqual(compute(facts));
        expect(JSON.stringify(compute(facts))).toBe(JSON.stringify(compute(facts)));
      }),
    );
  });

  it('has the shape of its contract', () => {
    const result = deadlinesOf({ affected: [{ jurisdiction: 'CA', count: 501 }] });
    expect(Object.keys(result).sort()).toEqual([
      'dayZero',
      'disclaimer',
      'notABreach',
      'obligations',
      'schemaVersion',
    ]);
    expect(result).toMatchObject({ schemaVersion: 1, dayZero: '2026-01-15', notABreach: null });
    expect(result.disclaimer).toMatch(/not legal advice/);
    for (const obligation of result.obligations) {
      expect(Object.keys(obligation).sort()).toEqual([
        'basis',
        'citation',
        'due',
        'explanation',
        'id',
        'jurisdiction',
        'notBefore',
        'recipient',
        'status',
      ]);
    }
  });

  it('lists what is due first first, and what has no date last', () => {
    const affected = ['WY', 'TX', 'FL', 'CA'].map((code) => ({ jurisdiction: code, count: 300 }));
    const dates = deadlinesOf({ affected }).obligations.map(({ due }) => due ?? '~');
    expect(dates).toEqual([...dates].sort());
    expect(dates.at(-1)).toBe('~');
  });

  it('explains each obligation in whole sentences of bounded length', () => {
    fc.assert(
      fc.property(incident, (facts) => {
        for (const { explanation } of compute(facts).obligations) {
          expect(explanation).toMatch(/^(?:[A-Z]|\d).{20,2500}\.$/);
          expect(explanation).not.toMatch(/undefined|null|NaN|\.\.| {2}/);
        }
      }),
    );
  });

  it('has a modelled rule that gives a date in California, New York and Texas only', () => {
    const dated = STATE_RULES.filter(
      ({ confidence, days, dependsOn }) => confidence === 'high' && days !== null && dependsOn === null,
    );
    expect([...new Set(dated.map((rule) => rule.jurisdiction))].sort()).toEqual(['CA', 'NY', 'TX']);
  });
});

describe('renderDeadlines', () => {
  it('shows day 0, every obligation with its date, and the limit in one line', () => {
    const result = deadlinesOf({
      affected: [{ jurisdiction: 'WY', count: 501 }],
      holds: [{ kind: 'oral', statedOn: '2026-01-20' }],
    });
    const text = renderDeadlines(result);
    expect(text).toMatch(/^Day 0: 2026-01-15\n\nA breach is presumed\.\n/);
    expect(text).toContain(
      '2026-03-16  pending, not before 2026-02-19  individual-notice\n  to each affected individual (45 CFR 164.404(b))\n  Tell',
    );
    expect(text).toContain('no date  check  state:WY:not-modelled');
    expect(text.trimEnd().split('\n').at(-1)).toBe(result.disclaimer);
    for (const id of idsOf(result)) {
      expect(text).toContain(id);
    }
  });

  it('says why no HIPAA notice is owed', () => {
    const result = deadlinesOf({ excluded: { exclusion: 'not-retained', basis: 'returned sealed' } });
    expect(renderDeadlines(result)).toContain('No HIPAA notice is owed while this stands: not-retained:');
  });
});
