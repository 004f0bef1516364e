import { parseFacts } from '../../../../../lambda/breach/domain/deadlines/facts';
import { JURISDICTIONS } from '../../../../../lambda/breach/domain/deadlines/jurisdictions';
import { PHI_TYPES } from '../../../../../lambda/breach/domain/deadlines/phi-types';
import { situationOf } from '../../../../../lambda/breach/domain/deadlines/situation';
import { stateLimit } from '../../../../../lambda/breach/domain/deadlines/state-limits';
import { STATE_RULES } from '../../../../../lambda/breach/domain/deadlines/state-rules/state-rules';
import { isCivilDate } from '../../../../../lambda/shared/calendar/civil-date';
import { deadlinesOf, dueOf, find, INCIDENT, idsOf } from './incident';

const FACILITY_CA = { facility: { jurisdiction: 'CA' }, affected: [{ jurisdiction: 'NV', count: 3 }] };

function residents(jurisdiction: string, count: number | null) {
  return { affected: [{ jurisdiction, count }] };
}

function on(discoveredOn: string, asOf = discoveredOn) {
  return { occurredOn: null, discoveredOn, asOf };
}

describe('the rows', () => {
  it('have unique ids that begin with their State, a citation, a source and sentences', () => {
    const ids = STATE_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of STATE_RULES) {
      expect(rule.id.startsWith(`${rule.jurisdiction}-`)).toBe(true);
      expect(rule.citation.length).toBeGreaterThan(5);
      expect(rule.source.length).toBeGreaterThan(5);
      expect(rule.says).toMatch(/^[A-Z].*\.$/);
      expect(rule.inForceFrom === null || isCivilDate(rule.inForceFrom)).toBe(true);
    }
  });

  it('count only from rules that exist', () => {
    const situation = situationOf(parseFacts(INCIDENT));
    for (const rule of STATE_RULES.filter(({ start }) => start.from === 'individuals-told')) {
      expect(stateLimit(rule, situation, STATE_RULES)).toBeDefined();
      expect(stateLimit(rule, situation, [rule])).toBeUndefined();
    }
  });

  it('have a day of entry into force wherever they give a date on their own', () => {
    for (const rule of STATE_RULES.filter(
      ({ confidence, dependsOn }) => confidence === 'high' && dependsOn === null,
    )) {
      expect([rule.id, rule.inForceFrom]).toEqual([rule.id, expect.any(String)]);
    }
  });
});

describe.each([
  ['state:CA-HSC-1280.15', FACILITY_CA, '2026-02-05'],
  ['state:CA-HSC-1280.15(b)(2)', FACILITY_CA, '2026-02-05'],
  ['state:CA-CIV-1798.82', residents('CA', 1), '2026-02-14'],
  ['state:CA-CIV-1798.82(f)', residents('CA', 501), '2026-03-01'],
  ['state:NY-GBL-899-aa', residents('NY', 1), '2026-02-14'],
  ['state:NY-GBL-899-aa(8)', residents('NY', 1), '2026-02-14'],
  ['state:NY-GBL-899-aa(9)', residents('NY', 1), '2027-03-08'],
  ['state:TX-BCC-521.053', residents('TX', 1), '2026-03-16'],
  ['state:TX-BCC-521.053(i)', residents('TX', 250), '2026-02-14'],
])('%s', (id, changes, due) => {
  it(`is due on ${due} for a discovery on 2026-01-15`, () => {
    expect(find(deadlinesOf({ ...changes, asOf: '2026-01-15' }), id)).toMatchObject({
      due,
      status: 'pending',
      basis: 'law',
      jurisdiction: id.slice('state:'.length).slice(0, 2),
    });
  });
});

describe.each([
  ['state:CA-HSC-1280.15', FACILITY_CA, '2014-12-31', '2015-01-01'],
  ['state:CA-HSC-1280.15(b)(2)', FACILITY_CA, '2014-12-31', '2015-01-01'],
  ['state:CA-CIV-1798.82', residents('CA', 1), '2025-12-31', '2026-01-01'],
  ['state:CA-CIV-1798.82(f)', residents('CA', 501), '2025-12-31', '2026-01-01'],
  ['state:NY-GBL-899-aa', residents('NY', 1), '2024-12-20', '2024-12-21'],
  ['state:NY-GBL-899-aa(8)', residents('NY', 1), '2024-12-20', '2024-12-21'],
  ['state:NY-GBL-899-aa(9)', residents('NY', 1), '2019-10-22', '2019-10-23'],
  ['state:NY-10-NYCRR-405.46', { facility: { jurisdiction: 'NY' } }, '2024-10-01', '2024-10-02'],
  ['state:TX-BCC-521.053', residents('TX', 1), '2019-12-31', '2020-01-01'],
  ['state:TX-BCC-521.053(i)', residents('TX', 250), '2023-08-31', '2023-09-01'],
])('%s by effective date', (id, changes, before, from) => {
  it(`covers discoveries from ${from} on, and leaves earlier ones to counsel`, () => {
    const earlier = deadlinesOf({ ...changes, ...on(before, '2026-11-21') });
    const later = deadlinesOf({ ...changes, ...on(from, '2026-11-21') });
    expect(idsOf(earlier)).not.toContain(id);
    const open = find(earlier, `state:${id.slice(6, 8)}:not-modelled`);
    expect(open).toMatchObject({ due: null, status: 'check' });
    expect(open?.explanation).toContain(`before ${from} is not modelled`);
    expect(find(later, id)?.due).toEqual(expect.any(String));
  });
});

describe('thresholds', () => {
  it.each([
    ['state:CA-CIV-1798.82(f)', 'CA', 500, false],
    ['state:CA-CIV-1798.82(f)', 'CA', 501, true],
    ['state:CA-CIV-1798.82(f)', 'CA', null, true],
    ['state:TX-BCC-521.053(i)', 'TX', 249, false],
    ['state:TX-BCC-521.053(i)', 'TX', 250, true],
    ['state:TX-BCC-521.053(i)', 'TX', null, true],
  ])('%s in %s with %p residents: %p', (id, jurisdiction, count, owed) => {
    expect(idsOf(deadlinesOf(residents(jurisdiction, count))).includes(id)).toBe(owed);
  });

  it.each(['CA-CIV-1798.82', 'NY-GBL-899-aa', 'NY-GBL-899-aa(9)', 'TX-BCC-521.053', 'FL-501.171'])(
    'leave %s in place for a State that is named with nobody counted in it',
    (rule) => {
      expect(idsOf(deadlinesOf(residents(rule.slice(0, 2), 0)))).toContain(`state:${rule}`);
    },
  );

  it.each([
    ['state:CA-CIV-1798.82', 'CA', undefined],
    ['state:CA-CIV-1798.82(f)', 'CA', 'it is taken as 501 or more.'],
    ['state:TX-BCC-521.053(i)', 'TX', 'it is taken as 250 or more.'],
  ])('say in %s what an unknown number of residents is taken as', (id, jurisdiction, words) => {
    const explained = (count: number | null) =>
      find(deadlinesOf(residents(jurisdiction, count)), id)?.explanation;
    expect(explained(null)?.includes(words ?? 'is taken as')).toBe(words !== undefined);
    expect(explained(501)).not.toContain('is taken as');
  });

  it('add up the entries of one State and no others', () => {
    const split = (second: string) => ({
      affected: [
        { jurisdiction: 'TX', count: 125 },
        { jurisdiction: second, count: 125 },
      ],
    });
    expect(idsOf(deadlinesOf(split('TX')))).toContain('state:TX-BCC-521.053(i)');
    expect(idsOf(deadlinesOf(split('OK')))).not.toContain('state:TX-BCC-521.053(i)');
  });
});

describe('types of information', () => {
  it.each([
    ['CA', 'state:CA-CIV-1798.82', ['name', 'address', 'email'], false],
    ['CA', 'state:CA-CIV-1798.82', ['name', 'diagnosis'], true],
    ['CA', 'state:CA-CIV-1798.82', ['SSN'], true],
    ['CA', 'state:CA-CIV-1798.82', ['genetic data'], true],
    ['CA', 'state:CA-CIV-1798.82', ['something that nobody has heard of'], true],
    ['CA', 'state:CA-CIV-1798.82', [], true],
    ['NY', 'state:NY-GBL-899-aa', ['name', 'date of birth'], false],
    ['NY', 'state:NY-GBL-899-aa', ['diagnosis'], true],
    ['NY', 'state:NY-GBL-899-aa', ['health-plan-id'], true],
    ['NY', 'state:NY-GBL-899-aa(8)', ['name'], false],
    ['NY', 'state:NY-GBL-899-aa(9)', ['name'], true],
    ['TX', 'state:TX-BCC-521.053', ['name'], true],
  ])('%s: %s with %j: %p', (jurisdiction, id, phiTypes, owed) => {
    const result = deadlinesOf({ ...residents(jurisdiction, 1), phiTypes });
    expect(idsOf(result).includes(id)).toBe(owed);
    if (!owed) {
      const open = find(result, `state:${jurisdiction}:not-triggered`);
      expect(open).toMatchObject({ due: null, status: 'check' });
      expect(open?.explanation).toContain('do not trigger');
    }
  });

  it.each([
    ['identity', [false, false, true]],
    ['contact', [false, false, true]],
    ['ssn', [true, true, true]],
    ['government-id', [true, true, true]],
    ['financial', [true, true, true]],
    ['credentials', [true, true, true]],
    ['medical', [true, true, true]],
    ['health-insurance', [true, true, true]],
    ['biometric', [true, true, true]],
    ['genetic', [true, true, true]],
  ])('of the kind %s trigger California, New York, Texas: %j', (category, owed) => {
    const phiTypes = PHI_TYPES.filter((row) => row.category === category).flatMap(({ names }) => names);
    expect(phiTypes.length).toBeGreaterThan(0);
    const rules = ['CA-CIV-1798.82', 'NY-GBL-899-aa', 'TX-BCC-521.053'];
    for (const type of phiTypes) {
      const result = deadlinesOf({
        affected: ['CA', 'NY', 'TX'].map((jurisdiction) => ({ jurisdiction, count: 1 })),
        phiTypes: [type],
      });
      expect(rules.map((rule) => idsOf(result).includes(`state:${rule}`))).toEqual(owed);
    }
  });

  it.each([
    ['2025-03-20', false],
    ['2025-03-21', true],
  ])('New York counts medical information for a discovery on %s: %p', (discoveredOn, owed) => {
    const result = deadlinesOf({ ...residents('NY', 1), ...on(discoveredOn), phiTypes: ['diagnosis'] });
    expect(idsOf(result).includes('state:NY-GBL-899-aa')).toBe(owed);
  });
});

describe('California facilities', () => {
  it('answer for patients wherever they live, and residents alone bring no facility rule', () => {
    expect(idsOf(deadlinesOf(FACILITY_CA))).toContain('state:CA-HSC-1280.15');
    expect(idsOf(deadlinesOf(residents('CA', 5))).filter((id) => id.includes('1280.15'))).toEqual([]);
  });

  it('delay the report to patients, capped and with 15 business days of grace, never the one to the department', () => {
    const holds = [{ kind: 'written', statedOn: '2026-01-20', until: '2026-12-01', official: 'x' }];
    const result = deadlinesOf({ ...FACILITY_CA, holds });
    expect(find(result, 'state:CA-HSC-1280.15')).toMatchObject({ due: '2026-02-05', notBefore: null });
    expect(find(result, 'state:CA-HSC-1280.15')?.explanation).toContain('the date does not move');
    expect(find(result, 'state:CA-HSC-1280.15(b)(2)')).toMatchObject({
      due: '2026-04-10',
      notBefore: '2026-03-21',
    });
    const oral = deadlinesOf({ ...FACILITY_CA, holds: holds.map((hold) => ({ ...hold, kind: 'oral' })) });
    expect(find(oral, 'state:CA-HSC-1280.15(b)(2)')).toMatchObject({
      due: '2026-03-12',
      notBefore: '2026-02-19',
    });
  });
});

describe('a hold', () => {
  const holds = [{ kind: 'written', statedOn: '2026-01-16', until: '2026-05-01', official: 'x' }];

  it.each([
    ['CA', 'state:CA-CIV-1798.82', '2026-05-01', '2026-05-01'],
    ['CA', 'state:CA-CIV-1798.82(f)', '2026-05-16', null],
    ['NY', 'state:NY-GBL-899-aa', '2026-05-01', '2026-05-01'],
    ['NY', 'state:NY-GBL-899-aa(8)', '2026-05-01', null],
    ['NY', 'state:NY-GBL-899-aa(9)', '2026-05-08', null],
    ['TX', 'state:TX-BCC-521.053', '2026-03-16', null],
    ['TX', 'state:TX-BCC-521.053(i)', '2026-02-14', null],
    ['NY', 'state:NY-10-NYCRR-405.46', '2026-01-18', null],
    ['WA', 'state:WA-OIC-insurance', '2026-01-17', null],
  ])('in %s: %s is due on %s', (jurisdiction, id, due, notBefore) => {
    const changes = { ...residents(jurisdiction, 600), facility: { jurisdiction }, holds };
    expect(find(deadlinesOf(changes), id)).toMatchObject({ due, notBefore });
  });
});

describe('notices that follow another one', () => {
  const many = { ...residents('CA', 501), asOf: '2026-03-20' };

  it.each([
    ['the HIPAA letter', 'individual-notice', '2026-02-02', '2026-02-17'],
    ['the State letter', 'state:CA-CIV-1798.82', '2026-02-02', '2026-02-17'],
    ['a letter on the last day', 'individual-notice', '2026-02-14', '2026-03-01'],
    ['a letter that is late', 'individual-notice', '2026-03-10', '2026-03-01'],
  ])('the copy for the Attorney General of California follows %s', (_, id, sentOn, due) => {
    expect(dueOf({ ...many, sent: [{ id, on: sentOn }] }, 'state:CA-CIV-1798.82(f)')).toBe(due);
  });

  it.each([
    [600, 'hhs-notice', '2026-02-06', '2026-02-13'],
    [3, 'hhs-annual-log', '2026-02-06', '2026-02-13'],
    [600, 'hhs-notice', '2026-04-01', '2026-03-23'],
  ])('New York hears five business days after HHS does (%i people, %s on %s)', (count, id, sentOn, due) => {
    const changes = { ...residents('NY', count), sent: [{ id, on: sentOn }], asOf: '2026-04-02' };
    expect(dueOf(changes, 'state:NY-GBL-899-aa(9)')).toBe(due);
  });

  it('New York officers hear when residents do', () => {
    const sent = [{ id: 'individual-notice', on: '2026-02-02' }];
    expect(dueOf({ ...residents('NY', 3), sent, asOf: '2026-02-03' }, 'state:NY-GBL-899-aa(8)')).toBe(
      '2026-02-02',
    );
  });
});

describe('rules that cannot be relied on', () => {
  it.each([
    ['FL', 'state:FL-501.171', 'medium'],
    ['CO', 'state:CO-6-1-716', 'medium'],
    ['WA', 'state:WA-RCW-19.255.010', 'medium'],
    ['ME', 'state:ME-10-MRSA-1348', 'low'],
  ])('in %s: %s gives no date and asks for counsel', (jurisdiction, id, confidence) => {
    const found = find(deadlinesOf(residents(jurisdiction, 5000)), id);
    expect(found).toMatchObject({ due: null, status: 'check' });
    expect(found?.explanation).toContain(`${confidence} confidence only (30 calendar days, not relied on)`);
    expect(found?.explanation).toContain('Ask counsel');
  });

  it.each([
    ['state:WA-OIC-insurance', residents('WA', 1), '2026-01-17', 'an insurer'],
    ['state:NY-10-NYCRR-405.46', { facility: { jurisdiction: 'NY' } }, '2026-01-18', 'a general hospital'],
  ])(
    '%s has a date and stays to be checked, because the facts cannot say what it depends on',
    (id, changes, due, words) => {
      const found = find(deadlinesOf(changes), id);
      expect(found).toMatchObject({ due, status: 'check' });
      expect(found?.explanation).toMatch(new RegExp(`Check: it depends on whether .*${words}`));
    },
  );
});

describe('what is not modelled', () => {
  const modelled = new Set(
    STATE_RULES.filter(({ nexus }) => nexus === 'residents').map((rule) => rule.jurisdiction),
  );

  it.each(JURISDICTIONS)('is never silent for residents of %s', (jurisdiction) => {
    const result = deadlinesOf({ ...residents(jurisdiction, 1), phiTypes: ['name'] });
    expect(result.obligations.some((obligation) => obligation.jurisdiction === jurisdiction)).toBe(true);
    const open = find(result, `state:${jurisdiction}:not-modelled`);
    if (modelled.has(jurisdiction)) {
      expect(open).toBeUndefined();
    } else {
      expect(open).toMatchObject({ due: null, notBefore: null, status: 'check', recipient: 'ask counsel' });
      expect(open?.explanation).toContain('Ask counsel');
    }
  });

  it('covers 50 States, the District and five territories', () => {
    expect(JURISDICTIONS).toHaveLength(56);
  });

  it.each([
    ['WY', true],
    ['TX', true],
    ['CA', false],
    ['NY', false],
  ])('is asked for a facility in %s: %p', (jurisdiction, asked) => {
    const result = deadlinesOf({ facility: { jurisdiction }, affected: [{ jurisdiction: 'NV', count: 2 }] });
    expect(idsOf(result).includes(`state:${jurisdiction}:not-modelled`)).toBe(asked);
  });

  it('is asked once for a State, however often it is named', () => {
    const twice = {
      affected: [
        { jurisdiction: 'WY', count: 2 },
        { jurisdiction: 'WY', count: 2 },
      ],
      facility: { jurisdiction: 'WY' },
    };
    expect(idsOf(deadlinesOf(twice)).filter((id) => id === 'state:WY:not-modelled')).toHaveLength(1);
  });
});
