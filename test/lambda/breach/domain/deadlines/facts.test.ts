import fc from 'fast-check';
import { parseFacts } from '../../../../../lambda/breach/domain/deadlines/facts';
import { FactsError } from '../../../../../lambda/breach/domain/deadlines/facts-error';
import { INCIDENT } from './incident';

describe('parseFacts', () => {
  it('keeps complete facts as they are', () => {
    const facts = {
      ...INCIDENT,
      businessAssociate: { discoveredOn: '2026-01-11', agent: true, toldUsOn: '2026-01-15' },
      affected: [{ jurisdiction: 'CA', count: null }],
      secured: { method: 'AES-256', keyEvidence: 'no decrypt call in the trail', source: 'audit trail' },
      excluded: { exclusion: 'good-faith', basis: 'a nurse opened the wrong chart' },
      assessment: {
        outcome: 'breach',
        factors: { nature: 'n', recipient: 'r', acquired: 'a', mitigation: 'm' },
      },
      holds: [{ kind: 'oral', statedOn: '2026-01-18', until: '2026-02-01', official: 'badge 000' }],
      sent: [{ id: 'individual-notice', on: '2026-01-19' }],
      facility: { jurisdiction: 'CA' },
      agreementDays: null,
    };
    expect(parseFacts(facts)).toEqual(facts);
  });

  it('takes what is left out as not known', () => {
    const { role, discoveredOn, asOf, affected } = INCIDENT;
    expect(parseFacts({ role, discoveredOn, asOf, affected: [{ jurisdiction: 'WY' }] })).toEqual({
      ...INCIDENT,
      occurredOn: null,
      phiTypes: [],
      affected: [{ jurisdiction: 'WY', count: null }],
      agreementDays: null,
    });
    expect(affected).toHaveLength(1);
  });

  it('takes a business associate that never told', () => {
    const associate = { discoveredOn: '2026-01-11', agent: false, toldUsOn: null };
    expect(parseFacts({ ...INCIDENT, businessAssociate: associate }).businessAssociate).toEqual(associate);
  });

  it('lets a fixed clock replace the day of the input', () => {
    expect(parseFacts(INCIDENT, '2026-02-02').asOf).toBe('2026-02-02');
    expect(problemsOf(INCIDENT, '2026-01-14')).toEqual([
      "'discoveredOn' must not be after 'asOf', which is 2026-01-14, got: '2026-01-15'",
    ]);
  });

  it.each([
    [{ role: 'hospital' }, "'role' must be one of 'covered-entity', 'business-associate', got: 'hospital'"],
    [
      { discoveredOn: '2026-02-30' },
      "'discoveredOn' must be a date that exists, YYYY-MM-DD from 1900-01-01 to 2199-12-31, got: '2026-02-30'",
    ],
    [{ discoveredOn: '2026-01-15T08:00:00Z' }, /^'discoveredOn' must be a date that exists/],
    [{ discoveredOn: null }, /^'discoveredOn' must be a date that exists.*got: null$/],
    [{ discoveredOn: '1026-01-15' }, /^'discoveredOn' must be a date that exists/],
    [
      { discoveredOn: '2026-01-21' },
      "'discoveredOn' must not be after 'asOf', which is 2026-01-20, got: '2026-01-21'",
    ],
    [
      { occurredOn: '2026-01-21' },
      "'occurredOn' must not be after 'asOf', which is 2026-01-20, got: '2026-01-21'",
    ],
    [
      { businessAssociate: { discoveredOn: '2026-01-21', agent: true, toldUsOn: null } },
      /^'businessAssociate.discoveredOn' must not be after/,
    ],
    [
      { businessAssociate: { discoveredOn: '2026-01-01', agent: true, toldUsOn: '2026-01-21' } },
      /^'businessAssociate.toldUsOn' must not be after/,
    ],
    [
      { businessAssociate: { discoveredOn: '2026-01-01', toldUsOn: null } },
      "'businessAssociate.agent' must be a boolean, got: nothing",
    ],
    [{ affected: [{ jurisdiction: 'CA', count: -1 }] }, "'affected[0].count' must be at least 0, got: -1"],
    [
      { affected: [{ jurisdiction: 'CA', count: 1.5 }] },
      /^'affected\[0\].count' must be a whole number, got: 1.5$/,
    ],
    [{ affected: [{ jurisdiction: 'CA', count: 1e300 }] }, /^'affected\[0\].count' must be at most/],
    [{ affected: [{ jurisdiction: 'CA', count: '3' }] }, /^'affected\[0\].count' must be.*got: '3'$/],
    [
      { affected: [{ jurisdiction: 'CA', count: 1e11 }] },
      "'affected[0].count' must be at most 10000000000, got: 100000000000",
    ],
    [
      { affected: [{ jurisdiction: 'XX', count: 1 }] },
      /^'affected\[0\].jurisdiction' must be the capital two-letter code.*got: 'XX'$/,
    ],
    [{ affected: [{ jurisdiction: 'ca', count: 1 }] }, /^'affected\[0\].jurisdiction' must be/],
    [{ affected: [{ jurisdiction: 'constructor', count: 1 }] }, /^'affected\[0\].jurisdiction' must be/],
    [{ affected: null }, "'affected' must be an array, got: null"],
    [{ facility: { jurisdiction: 'England' } }, /^'facility.jurisdiction' must be/],
    [{ unreachable: -1 }, "'unreachable' must be at least 0, got: -1"],
    [{ phiTypes: [''] }, "'phiTypes[0]' must have at least 1 characters, got: ''"],
    [{ phiTypes: [7] }, "'phiTypes[0]' must be a string, got: 7"],
    [
      { secured: { method: 'x'.repeat(4001), keyEvidence: 'k', source: 's' } },
      /^'secured.method' must have at most 4000 characters, got: 'x{60}…' \(4001 characters\)$/,
    ],
    [
      { excluded: { exclusion: 'accident', basis: 'b' } },
      "'excluded.exclusion' must be one of 'good-faith', 'inadvertent', 'not-retained', got: 'accident'",
    ],
    [
      { assessment: { outcome: 'maybe', factors: {} } },
      "'assessment.outcome' must be one of 'breach', 'low-probability', got: 'maybe'",
    ],
    [
      { holds: [{ kind: 'oral', statedOn: '2026-01-18', until: '2026-01-17', official: null }] },
      "'holds[0].until' must not be before 'statedOn', got: '2026-01-17'",
    ],
    [
      { holds: [{ kind: 'e-mail', statedOn: '2026-01-18', until: null, official: null }] },
      "'holds[0].kind' must be one of 'written', 'oral', got: 'e-mail'",
    ],
    [
      { sent: [{ id: 'individual', on: '2026-01-18' }] },
      "'sent[0].id' must be the id of an obligation, like individual-notice, got: 'individual'",
    ],
    [{ sent: [{ id: 'state:XX:not-modelled', on: '2026-01-18' }] }, /^'sent\[0\].id' must be/],
    [{ agreementDays: -1 }, "'agreementDays' must be at least 0, got: -1"],
    [
      { discoverdOn: '2026-01-15' },
      "'discoverdOn' must be left out, there is no such field, got: '2026-01-15'",
    ],
  ])('refuses %j', (changes, problem) => {
    const problems = problemsOf({ ...INCIDENT, ...changes });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem instanceof RegExp ? problem : exactly(problem));
  });

  it.each([
    'individual-notice',
    'media-notice:CA',
    'hhs-annual-log',
    'state:CA-CIV-1798.82',
    'state:TX-BCC-521.053(i)',
    'state:WY:not-modelled',
    'state:CA:not-triggered',
  ])('knows the obligation %s', (id) => {
    expect(parseFacts({ ...INCIDENT, sent: [{ id, on: '2026-01-18' }] }).sent).toEqual([
      { id, on: '2026-01-18' },
    ]);
  });

  it('names every problem at once, contradictions too', () => {
    expect(
      problemsOf({
        ...INCIDENT,
        discoveredOn: '2026-02-01',
        affected: [
          { jurisdiction: 'CA', count: -1 },
          { jurisdiction: 'Q', count: 1 },
        ],
        holds: [{ kind: 'oral', statedOn: '2026-02-30', until: null, official: null }],
        unknown: true,
      }),
    ).toHaveLength(5);
  });

  it.each([null, undefined, 3, 'facts', [], [INCIDENT], true])('refuses %p, which is no object', (json) => {
    expect(problemsOf(json)).toEqual([expect.stringMatching(/^'input' must be an object, got: /)]);
  });

  it('refuses hostile sizes at once, without looking into them', () => {
    const many = Array.from({ length: 200_000 }, () => ({ jurisdiction: -1 }));
    expect(problemsOf({ ...INCIDENT, affected: many, holds: many, sent: many, phiTypes: many })).toEqual([
      "'affected' must have at most 1000 entries, got: 200000 entries",
      "'phiTypes' must have at most 200 entries, got: 200000 entries",
      "'holds' must have at most 100 entries, got: 200000 entries",
      "'sent' must have at most 500 entries, got: 200000 entries",
    ]);
  });

  it('says what is wrong in bounded lines, whatever comes', () => {
    const hostile = JSON.parse(
      `{"__proto__": {"role": "x"}, "${'k'.repeat(5000)}": 1, "a\\u001b[2J\\n": 2, "role": "${'\\u202e'.repeat(9000)}"}`,
    );
    const problems = problemsOf(hostile);
    expect(problems.length).toBeGreaterThan(5);
    for (const problem of problems) {
      expect(problem).toMatch(/^[\x20-\x7e…]{1,700}$/);
    }
  });

  it('either gives facts or throws a FactsError, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(INCIDENT)), (value, key) => {
        for (const json of [value, { ...INCIDENT, [key]: value }]) {
          try {
            parseFacts(json);
          } catch (error) {
            expect(error).toBeInstanceOf(FactsError);
          }
        }
      }),
    );
  });
});

describe('FactsError', () => {
  it('lists its problems without a stack trace and stops listing in time', () => {
    const error = new FactsError(Array.from({ length: 60 }, (_, index) => `'a[${index}]' must be b, got: c`));
    expect(error.message.split('\n')).toHaveLength(52);
    expect(error.message).toMatch(
      /^The facts have 60 problems:\n {2}'a\[0\]' must be b.*\n {2}… and 10 more$/s,
    );
    expect(error.stack).toBe(`FactsError: ${error.message}`);
    expect(error.problems).toHaveLength(60);
  });
});

function problemsOf(json: unknown, asOf?: string): readonly string[] {
  try {
    parseFacts(json, asOf);
  } catch (error) {
    if (error instanceof FactsError) return error.problems;
    throw error;
  }
  throw new Error('the facts were accepted');
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}
