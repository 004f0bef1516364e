import { deadlinesOf, find, idsOf } from './incident';

const FACTORS = {
  nature: 'appointment dates of twelve people',
  recipient: 'another clinic under HIPAA',
  acquired: 'the letter came back unopened',
  mitigation: 'returned, and a written assurance',
};
const LOW = { assessment: { outcome: 'low-probability', factors: FACTORS } };
const SECURED = {
  secured: {
    method: 'AES-256 on the whole disk',
    keyEvidence: 'no decrypt call after the loss',
    source: 'key service log',
  },
};
const GOOD_FAITH = {
  excluded: { exclusion: 'good-faith', basis: 'a nurse opened the wrong chart and closed it' },
};

function federal(changes: Readonly<Record<string, unknown>>): readonly string[] {
  return idsOf(deadlinesOf(changes)).filter((id) => !id.startsWith('state:'));
}

describe('a proven ground', () => {
  it.each([
    ['low probability', LOW, /^low-probability: .*45 CFR 164\.402 Breach \(2\)/],
    ['secured information', SECURED, /^secured: .*74 FR 19006/],
    ['good faith', GOOD_FAITH, /^good-faith: .*164\.402 Breach \(1\)\(i\)/],
    [
      'inadvertent disclosure',
      { excluded: { exclusion: 'inadvertent', basis: 'sent to the wrong ward' } },
      /^inadvertent: .*\(1\)\(ii\)/,
    ],
    [
      'information that could not be kept',
      { excluded: { exclusion: 'not-retained', basis: 'returned sealed' } },
      /^not-retained: .*\(1\)\(iii\)/,
    ],
    ['two grounds', { ...LOW, ...SECURED }, /^secured: .*; low-probability: /],
  ])('%s ends the HIPAA duties and names itself', (_, changes, reason) => {
    const result = deadlinesOf({
      ...changes,
      affected: [{ jurisdiction: 'WY', count: 501 }],
      unreachable: 12,
    });
    expect(result.notABreach).toMatch(reason);
    expect(idsOf(result)).toEqual(['state:WY:not-modelled']);
    expect(federal({ ...changes, role: 'business-associate' })).toEqual([]);
  });

  it('leaves the duties of States to be checked, with their dates', () => {
    const affected = ['CA', 'NY', 'TX', 'WY', 'FL'].map((jurisdiction) => ({ jurisdiction, count: 600 }));
    for (const ground of [LOW, SECURED, GOOD_FAITH]) {
      const result = deadlinesOf({ ...ground, affected });
      expect(find(result, 'state:CA-CIV-1798.82')).toMatchObject({ due: '2026-02-14', status: 'check' });
      expect(result.obligations.length).toBeGreaterThan(7);
      for (const { id, status } of result.obligations) {
        expect([id, status]).toEqual([id, 'check']);
      }
      expect(find(result, 'state:TX-BCC-521.053')?.explanation).toContain('conditions of its own');
    }
  });

  it('leaves out what waits for HHS, and asks New York about a finding of no harm above 500 residents', () => {
    const ids = (count: number | null, changes = {}) =>
      idsOf(deadlinesOf({ ...changes, affected: [{ jurisdiction: 'NY', count }] }));
    expect(ids(501, LOW)).not.toContain('state:NY-GBL-899-aa(9)');
    expect(ids(501, LOW)).toContain('state:NY-GBL-899-aa(2)(a)');
    expect(ids(null, LOW)).toContain('state:NY-GBL-899-aa(2)(a)');
    expect(ids(500, LOW)).not.toContain('state:NY-GBL-899-aa(2)(a)');
    expect(ids(501)).not.toContain('state:NY-GBL-899-aa(2)(a)');
  });

  it.each([
    ['low probability', LOW, '2026-01-15', true],
    [
      'could not be kept',
      { excluded: { exclusion: 'not-retained', basis: 'returned sealed' } },
      '2026-01-15',
      true,
    ],
    ['low probability before the exception', LOW, '2021-06-30', false],
    ['low probability from the exception on', LOW, '2021-07-01', true],
    ['good faith', GOOD_FAITH, '2026-01-15', false],
    ['secured', SECURED, '2026-01-15', false],
  ])(
    '%s: California facilities have their own exception (discovery %#)',
    (_, ground, discoveredOn, ended) => {
      const result = deadlinesOf({
        ...ground,
        discoveredOn,
        occurredOn: null,
        facility: { jurisdiction: 'CA' },
      });
      expect(idsOf(result).includes('state:CA-HSC-1280.15')).toBe(!ended);
      const exception = find(result, 'state:CA:not-triggered')?.explanation;
      expect(exception?.includes('Cal. Code Regs. tit. 22, 79901(b)(1)')).toBe(ended ? true : undefined);
    },
  );
});

describe('the presumption of breach stands', () => {
  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ...(['nature', 'recipient', 'acquired', 'mitigation'] as const).flatMap(
      (factor) =>
        [
          [
            `without ${factor}`,
            { assessment: { outcome: 'low-probability', factors: { ...FACTORS, [factor]: null } } },
            `factors.${factor}`,
          ],
          [
            `with a blank ${factor}`,
            { assessment: { outcome: 'low-probability', factors: { ...FACTORS, [factor]: ' \t' } } },
            `factors.${factor}`,
          ],
          [
            `with a placeholder for ${factor}`,
            { assessment: { outcome: 'low-probability', factors: { ...FACTORS, [factor]: 'TBD.' } } },
            `factors.${factor}`,
          ],
        ] as const,
    ),
    [
      'without any factor',
      { assessment: { outcome: 'low-probability', factors: null } },
      'factors.nature, factors.recipient, factors.acquired, factors.mitigation',
    ],
    ['without key evidence', { secured: { ...SECURED.secured, keyEvidence: null } }, 'secured.keyEvidence'],
    [
      'with "none" as key evidence',
      { secured: { ...SECURED.secured, keyEvidence: 'None' } },
      'secured.keyEvidence',
    ],
    ['without a method', { secured: { ...SECURED.secured, method: '' } }, 'secured.method'],
    ['without a source', { secured: { ...SECURED.secured, source: '?' } }, 'secured.source'],
    [
      'without the basis of an exclusion',
      { excluded: { exclusion: 'inadvertent', basis: '' } },
      'excluded.basis',
    ],
  ])('%s', (_, changes, missing) => {
    const result = deadlinesOf(changes);
    expect(result.notABreach).toBeNull();
    expect(find(result, 'individual-notice')?.explanation).toContain(
      `A breach is presumed: the claim that it is none lacks ${missing}.`,
    );
  });

  it('when the assessment says breach, whatever else is claimed', () => {
    const result = deadlinesOf({ ...SECURED, assessment: { outcome: 'breach', factors: FACTORS } });
    expect(result.notABreach).toBeNull();
    expect(find(result, 'individual-notice')?.explanation).toContain(
      'The assessment says that it is a breach',
    );
  });

  it('when nothing is claimed, without a word about claims', () => {
    expect(deadlinesOf().notABreach).toBeNull();
    expect(find(deadlinesOf(), 'individual-notice')?.explanation).not.toContain('claim');
  });

  it('for one ground while another is proven: the proven one counts', () => {
    const result = deadlinesOf({ ...GOOD_FAITH, secured: { ...SECURED.secured, keyEvidence: null } });
    expect(result.notABreach).toMatch(/^good-faith/);
  });
});
