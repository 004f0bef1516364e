import fc from 'fast-check';
import { assess } from '../../../../../lambda/breach/domain/assessment/assess';
import { parseAssessment } from '../../../../../lambda/breach/domain/assessment/assessment-input';
import { EXCLUSIONS } from '../../../../../lambda/breach/domain/assessment/exclusions';
import { FACTOR_ROWS } from '../../../../../lambda/breach/domain/assessment/factors';
import { daysBetween } from '../../../../../lambda/shared/calendar/calendar-days';

const FACTORS = {
  nature: 'appointment dates of twelve people, no diagnosis',
  recipient: 'another clinic under HIPAA',
  acquired: 'the letter came back unopened',
  mitigation: 'returned, and a written assurance',
};
const LOW = { assessment: { outcome: 'low-probability', factors: FACTORS } };
const SECURED = {
  secured: {
    method: 'AES-256, whole disk',
    keyEvidence: 'no decrypt call after the loss',
    source: 'key service log',
  },
};

function judge(documentation: Readonly<Record<string, unknown>> = {}) {
  return assess(parseAssessment({ assessedOn: '2026-02-01', ...documentation }));
}

describe('assess', () => {
  it('presumes a breach when nothing is documented and asks for all four factors', () => {
    expect(judge()).toMatchObject({
      outcome: 'breach',
      presumption: 'stands',
      missing: ['factors.nature', 'factors.recipient', 'factors.acquired', 'factors.mitigation'],
    });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['low-probability', LOW],
    ['secured', SECURED],
    ...EXCLUSIONS.map(
      (exclusion) =>
        [exclusion, { excluded: { exclusion, basis: 'the wrong chart, closed at once' } }] as const,
    ),
  ])('finds %s when it is documented in full', (outcome, documentation) => {
    expect(judge(documentation)).toMatchObject({ outcome, presumption: 'overcome', missing: [] });
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ...FACTOR_ROWS.map(({ factor }): [string, Record<string, unknown>] => [
      `factors.${factor}`,
      { assessment: { outcome: 'low-probability', factors: { ...FACTORS, [factor]: '  ' } } },
    ]),
    ['secured.method', { secured: { ...SECURED.secured, method: null } }],
    ['secured.keyEvidence', { secured: { ...SECURED.secured, keyEvidence: 'unknown' } }],
    ['secured.source', { secured: { ...SECURED.secured, source: '' } }],
    ['excluded.basis', { excluded: { exclusion: 'inadvertent', basis: 'n/a' } }],
  ])('presumes a breach while %s is missing', (missing, documentation) => {
    const result = judge(documentation);
    expect(result).toMatchObject({ outcome: 'breach', presumption: 'stands', missing: [missing] });
    expect(result.reasons.join(' ')).toContain(`Missing: ${missing}.`);
  });

  it('accepts the conclusion that it is a breach, whatever else is claimed, with nothing missing', () => {
    const result = judge({ ...SECURED, assessment: { outcome: 'breach', factors: null } });
    expect(result).toMatchObject({ outcome: 'breach', presumption: 'stands', missing: [] });
    expect(result.reasons.at(-1)).toContain('concludes that this is a breach');
  });

  it('takes a proven ground beside an unproven one', () => {
    expect(judge({ ...LOW, secured: { ...SECURED.secured, keyEvidence: null } })).toMatchObject({
      outcome: 'low-probability',
      missing: [],
    });
  });

  describe('of ransomware', () => {
    const ransomware = { unreadableWhenHit: null };

    it('presumes a breach', () => {
      const result = judge({ ransomware });
      expect(result).toMatchObject({ outcome: 'breach', presumption: 'stands' });
      expect(result.reasons[0]).toMatch(/^Ransomware .* a breach is presumed/);
    });

    it('is overcome by four documented factors', () => {
      expect(judge({ ransomware, ...LOW })).toMatchObject({
        outcome: 'low-probability',
        presumption: 'overcome',
      });
      expect(
        judge({
          ransomware,
          assessment: { outcome: 'low-probability', factors: { ...FACTORS, acquired: null } },
        }),
      ).toMatchObject({
        outcome: 'breach',
        missing: ['factors.acquired'],
      });
    });

    it.each([
      [null, 'breach', ['ransomware.unreadableWhenHit']],
      ['no', 'breach', ['ransomware.unreadableWhenHit']],
      ['the laptop was switched off, its disk locked', 'secured', []],
    ])(
      'is overcome by encryption only if the data was unreadable to it: %p',
      (unreadableWhenHit, outcome, missing) => {
        expect(judge({ ransomware: { unreadableWhenHit }, ...SECURED })).toMatchObject({ outcome, missing });
      },
    );

    it.each(EXCLUSIONS)('is not overcome by the exclusion %s', (exclusion) => {
      const result = judge({ ransomware, excluded: { exclusion, basis: 'the wrong chart' } });
      expect(result).toMatchObject({ outcome: 'breach', missing: ['a ground that fits ransomware'] });
    });
  });

  it.each([
    ['2026-02-01', null, '2032-02-02'],
    ['2026-02-01', '2027-03-01', '2033-03-01'],
    ['2026-02-01', '2025-01-01', '2032-02-02'],
    ['2096-03-01', null, '2102-03-03'],
  ])(
    'is kept six years from when it was made or last in effect: %s, %p → %s',
    (assessedOn, lastInEffectOn, retainUntil) => {
      expect(judge({ assessedOn, lastInEffectOn }).retainUntil).toBe(retainUntil);
    },
  );

  it('is kept at least 2192 days, which is never less than six years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2000, max: 2190 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const rest = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const { assessedOn, retainUntil } = judge({ assessedOn: `${year}${rest}` });
          expect(daysBetween(assessedOn, retainUntil)).toBe(2192);
          expect(retainUntil >= `${year + 6}${rest}`).toBe(true);
        },
      ),
    );
  });

  it('names what HHS guidance accepts, FIPS 140-3 and the limit of encryption at rest, where encryption is claimed', () => {
    const reasons = judge(SECURED).reasons.join(' ');
    for (const words of ['800-111', 'FIPS 140-2', 'FIPS 140-3', 'stolen credentials']) {
      expect(reasons).toContain(words);
    }
    expect(judge(LOW).reasons.join(' ')).not.toContain('FIPS');
  });

  it('carries its citations, its documentation and its limit, so that it can be kept', () => {
    const result = judge(LOW);
    expect(result.citations).toEqual([
      '45 CFR 164.402',
      '45 CFR 164.402 Breach (2)',
      '45 CFR 164.402 Breach (2)(i)',
      '45 CFR 164.402 Breach (2)(ii)',
      '45 CFR 164.402 Breach (2)(iii)',
      '45 CFR 164.402 Breach (2)(iv)',
      '45 CFR 164.414(b)',
      '45 CFR 164.530(j)',
    ]);
    expect(judge(SECURED).citations).toContain(
      '45 CFR 164.402 Unsecured protected health information; 74 FR 19006',
    );
    expect(result.documentation.assessment?.factors).toEqual(FACTORS);
    expect(result.disclaimer).toContain('not legal advice');
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('never lets a breach go while documentation is missing', () => {
    const text = fc.constantFrom(null, '', ' ', 'TBD', 'none', 'documented in the file');
    fc.assert(
      fc.property(
        fc.record({
          secured: fc.option(fc.record({ method: text, keyEvidence: text, source: text })),
          excluded: fc.option(fc.record({ exclusion: fc.constantFrom(...EXCLUSIONS), basis: text })),
          assessment: fc.option(
            fc.record({
              outcome: fc.constantFrom('breach', 'low-probability'),
              factors: fc.record({ nature: text, recipient: text, acquired: text, mitigation: text }),
            }),
          ),
        }),
        (documentation) => {
          const result = judge(documentation);
          const full = (claim: object | null | undefined) =>
            claim !== null &&
            claim !== undefined &&
            Object.values(claim).every((value) => !['', ' ', 'TBD', null].includes(value));
          const supported =
            full(documentation.secured) ||
            full(documentation.excluded) ||
            full(documentation.assessment?.factors);
          expect(result.presumption === 'overcome' && !supported).toBe(false);
          expect(result.outcome === 'breach').toBe(result.presumption === 'stands');
        },
      ),
    );
  });
});

describe('parseAssessment', () => {
  it.each([
    [{}, /^The facts have 1 problem:\n {2}'assessedOn' must be a date/],
    [{ assessedOn: '2026-02-30' }, /'assessedOn' must be a date/],
    [{ assessedOn: '2026-02-01', ransomware: true }, /'ransomware' must be an object, got: true/],
    [{ assessedOn: '2026-02-01', factor: {} }, /'factor' must be left out/],
    [
      { assessedOn: '2026-02-01', excluded: { exclusion: 'other', basis: '' } },
      /'excluded.exclusion' must be one of/,
    ],
    [null, /'input' must be an object, got: null/],
  ])('refuses %j', (json, message) => {
    expect(() => parseAssessment(json)).toThrow(message);
  });
});
