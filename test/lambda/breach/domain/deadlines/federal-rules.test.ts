import { FEDERAL_RULES } from '../../../../../lambda/breach/domain/deadlines/federal-rules';
import { FEDERAL_IDS } from '../../../../../lambda/breach/domain/deadlines/obligation-ids';
import { deadlinesOf, dueOf, find, idsOf } from './incident';

function affected(...entries: readonly (readonly [string, number | null])[]) {
  return { affected: entries.map(([jurisdiction, count]) => ({ jurisdiction, count })) };
}

function federalIds(changes: Readonly<Record<string, unknown>>): readonly string[] {
  return idsOf(deadlinesOf(changes)).filter((id) => !id.startsWith('state:'));
}

describe('who is told', () => {
  it.each([
    ['nobody counted in a State', affected(['WY', 0]), ['hhs-annual-log']],
    ['1', affected(['WY', 1]), ['hhs-annual-log']],
    ['499 in one State', affected(['WY', 499]), ['hhs-annual-log']],
    ['500 in one State', affected(['WY', 500]), ['hhs-notice']],
    ['501 in one State', affected(['WY', 501]), ['hhs-notice', 'media-notice']],
    ['499 spread', affected(['WY', 250], ['NV', 249]), ['hhs-annual-log']],
    ['500 spread', affected(['WY', 250], ['NV', 250]), ['hhs-notice']],
    ['600 as 300 and 300 in two States', affected(['WY', 300], ['NV', 300]), ['hhs-notice']],
    ['600 as 300 and 300 in one State', affected(['WY', 300], ['WY', 300]), ['hhs-notice', 'media-notice']],
    ['500 as 250 and 250 in one State', affected(['WY', 250], ['WY', 250]), ['hhs-notice']],
    [
      '501 and 501 in two States',
      affected(['WY', 501], ['NV', 501]),
      ['hhs-notice', 'media-notice', 'media-notice'],
    ],
    ['an unknown count', affected(['WY', null]), ['hhs-notice', 'media-notice']],
    [
      'an unknown and a known count in two States',
      affected(['WY', null], ['NV', 3]),
      ['hhs-notice', 'media-notice'],
    ],
    [
      'an unknown and a known count in one State',
      affected(['WY', null], ['WY', 3]),
      ['hhs-notice', 'media-notice'],
    ],
    ['nothing counted anywhere yet', affected(), ['hhs-notice']],
    ['501 in a territory', affected(['GU', 501]), ['hhs-notice', 'media-notice']],
    ['501 in the District of Columbia', affected(['DC', 501]), ['hhs-notice', 'media-notice']],
  ])('%s', (_, changes, others) => {
    expect([...federalIds(changes)].sort()).toEqual(['individual-notice', ...others].sort());
  });

  it('names the State of each media notice', () => {
    const media = deadlinesOf(affected(['WY', 501], ['NV', 500], ['GU', 502])).obligations.filter(
      ({ id }) => id === 'media-notice',
    );
    expect(media.map(({ jurisdiction }) => jurisdiction)).toEqual(['GU', 'WY']);
    expect(media[0]?.explanation).toContain('This one is for Guam.');
  });

  it('says what an unknown count is taken as: 500 or more for HHS, more than 500 for the media', () => {
    const result = deadlinesOf(affected(['WY', null], ['NV', 501]));
    const unknown = 'How many are affected is not known yet; until it is, it is taken as';
    expect(find(result, 'hhs-notice')?.explanation).toContain(`${unknown} 500 or more.`);
    expect(find(result, 'individual-notice')?.explanation).not.toContain(unknown);
    const media = result.obligations.filter(({ id }) => id === 'media-notice');
    expect(media.map(({ explanation }) => explanation.includes(`${unknown} more than 500.`))).toEqual([
      false,
      true,
    ]);
    expect(find(deadlinesOf(affected(['WY', 501])), 'hhs-notice')?.explanation).not.toContain(unknown);
  });
});

describe('the sixty days', () => {
  it.each([
    ['2026-01-15', '2026-03-16'],
    ['2028-01-15', '2028-03-15'],
    ['2027-12-31', '2028-02-29'],
    ['2026-12-31', '2027-03-01'],
    ['2026-11-02', '2027-01-01'],
    ['2026-05-05', '2026-07-04'],
  ])('from %s end on %s, weekends and holidays included', (discoveredOn, due) => {
    const changes = { ...affected(['WY', 501]), unreachable: 1, discoveredOn, asOf: discoveredOn };
    for (const id of ['individual-notice', 'substitute-notice', 'media-notice', 'hhs-notice']) {
      expect(dueOf(changes, id)).toBe(due);
    }
    expect(dueOf({ ...changes, role: 'business-associate' }, 'covered-entity-notice')).toBe(due);
  });

  it('are the outer limit of a duty to act without unreasonable delay', () => {
    const { obligations } = deadlinesOf({ ...affected(['WY', 501]), unreachable: 1 });
    const federal = obligations.filter(({ id }) => !id.startsWith('state:'));
    expect(federal).toHaveLength(4);
    for (const { explanation } of federal) {
      expect(explanation).toContain('Without unreasonable delay');
    }
  });
});

describe('the annual log', () => {
  it.each([
    ['2026-01-01', '2027-03-01'],
    ['2026-12-31', '2027-03-01'],
    ['2027-01-01', '2028-02-29'],
    ['2027-12-31', '2028-02-29'],
    ['2028-02-29', '2029-03-01'],
    ['2099-06-01', '2100-03-01'],
  ])('of a breach discovered on %s is due on %s', (discoveredOn, due) => {
    expect(dueOf({ discoveredOn, occurredOn: null, asOf: discoveredOn }, 'hhs-annual-log')).toBe(due);
  });

  it('follows the year of day 0, not of our own discovery', () => {
    const businessAssociate = { discoveredOn: '2025-12-31', agent: true, toldUsOn: '2026-01-15' };
    expect(dueOf({ businessAssociate }, 'hhs-annual-log')).toBe('2026-03-01');
  });

  it('counts as sent when HHS was told at once', () => {
    const result = deadlinesOf({ sent: [{ id: 'hhs-notice', on: '2026-01-18' }] });
    expect(find(result, 'hhs-annual-log')?.status).toBe('sent');
  });
});

describe('the notice to HHS', () => {
  const many = affected(['WY', 500]);

  it.each([
    ['the individuals are told', '2026-02-02', '2026-02-02'],
    ['they are told on the last day', '2026-03-16', '2026-03-16'],
    ['they are told too late', '2026-03-20', '2026-03-16'],
  ])('is due when %s', (_, on, due) => {
    expect(
      dueOf({ ...many, sent: [{ id: 'individual-notice', on }], asOf: '2026-04-01' }, 'hhs-notice'),
    ).toBe(due);
  });

  it('is due on the day of the first of several letters', () => {
    const sent = [
      { id: 'individual-notice', on: '2026-02-09' },
      { id: 'individual-notice', on: '2026-02-02' },
    ];
    expect(dueOf({ ...many, sent, asOf: '2026-02-10' }, 'hhs-notice')).toBe('2026-02-02');
  });

  it('does not follow the individuals for fewer than 500', () => {
    const sent = [{ id: 'individual-notice', on: '2026-01-18' }];
    expect(dueOf({ ...affected(['WY', 499]), sent }, 'hhs-annual-log')).toBe('2027-03-01');
  });

  it('waits for a hold that stood before the individuals were told, and for none that came later', () => {
    const told = { ...many, sent: [{ id: 'individual-notice', on: '2026-02-10' }], asOf: '2026-02-20' };
    const hold = (statedOn: string) => ({
      holds: [{ kind: 'written', statedOn, until: '2026-03-30', official: 'x' }],
    });
    expect(dueOf({ ...told, ...hold('2026-02-01') }, 'hhs-notice')).toBe('2026-03-30');
    expect(dueOf({ ...told, ...hold('2026-02-11') }, 'hhs-notice')).toBe('2026-02-10');
  });
});

describe('substitute notice', () => {
  it.each([
    [
      1,
      '1 individual cannot be reached, fewer than ten: use another form of written notice, the telephone or other means',
    ],
    [9, '9 individuals cannot be reached, fewer than ten'],
    [
      10,
      'ten or more: post a conspicuous notice on the home page for 90 days, or use major print or broadcast media, with a toll-free number',
    ],
    [4000, 'ten or more'],
  ])('to %i people', (unreachable, words) => {
    expect(find(deadlinesOf({ unreachable }), 'substitute-notice')?.explanation).toContain(words);
  });

  it('is not owed when everyone can be reached', () => {
    expect(idsOf(deadlinesOf({ unreachable: 0 }))).not.toContain('substitute-notice');
  });
});

describe('a business associate', () => {
  const role = 'business-associate';

  it('owes the covered entity notice, and nobody else under HIPAA', () => {
    expect(federalIds({ ...affected(['WY', 5000]), unreachable: 20, role })).toEqual([
      'covered-entity-notice',
    ]);
  });

  it.each([
    [null, '2026-03-16', 'A shorter term in the business associate agreement comes first.'],
    [0, '2026-01-15', 'the business associate agreement gives 0 calendar days'],
    [5, '2026-01-20', 'the business associate agreement gives 5 calendar days'],
    [59, '2026-03-15', 'the business associate agreement gives 59 calendar days'],
    [60, '2026-03-16', '60 calendar days after day 0'],
    [90, '2026-03-16', '60 calendar days after day 0'],
  ])('with an agreement of %p days has until %s', (agreementDays, due, words) => {
    const found = find(deadlinesOf({ role, agreementDays }), 'covered-entity-notice');
    expect(found?.due).toBe(due);
    expect(found?.explanation).toContain(words);
  });

  it('counts from what its own agent knew', () => {
    const businessAssociate = { discoveredOn: '2026-01-02', agent: true, toldUsOn: null };
    expect(dueOf({ role, businessAssociate }, 'covered-entity-notice')).toBe('2026-03-03');
  });

  it('hears that the law of each State for it is not modelled, modelled States included', () => {
    const result = deadlinesOf({
      role,
      ...affected(['CA', 600], ['WY', 1]),
      facility: { jurisdiction: 'NY' },
    });
    expect(idsOf(result)).toEqual([
      'covered-entity-notice',
      'state:CA:not-modelled',
      'state:NY:not-modelled',
      'state:WY:not-modelled',
    ]);
  });
});

describe('the rows', () => {
  it('cover each federal duty once, each with a citation of Subpart D', () => {
    expect(FEDERAL_RULES.map(({ id }) => id).sort()).toEqual([...FEDERAL_IDS].sort());
    for (const { citation, basis } of FEDERAL_RULES) {
      expect(citation).toMatch(/^45 CFR 164\.4(04|06|08|10)\b/);
      expect(basis).toBe('law');
    }
  });

  it('mention substance use records once their rule applies', () => {
    const explained = (discoveredOn: string, phiTypes: readonly string[]) =>
      find(deadlinesOf({ discoveredOn, occurredOn: null, asOf: '2026-03-01', phiTypes }), 'individual-notice')
        ?.explanation;
    expect(explained('2026-02-16', ['Substance use'])).toContain('42 CFR 2.16(b)');
    expect(explained('2026-02-15', ['Substance use'])).not.toContain('42 CFR');
    expect(explained('2026-02-16', ['diagnosis'])).not.toContain('42 CFR');
  });
});
