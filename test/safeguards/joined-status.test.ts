import fc from 'fast-check';
import { joinedStatus } from '../../lib/safeguards/joined-status';
import type { Status } from '../../lib/safeguards/safeguard';

const STATUSES: readonly Status[] = [
  'enforced',
  'partial',
  'monitored',
  'attested',
  'unattested',
  'not-applicable',
  'gap',
];
const HELD: readonly Status[] = ['enforced', 'monitored', 'attested'];

describe('joinedStatus', () => {
  it.each<[readonly Status[], Status]>([
    [[], 'not-applicable'],
    [['not-applicable'], 'not-applicable'],
    [['enforced', 'not-applicable'], 'enforced'],
    [['enforced', 'monitored'], 'monitored'],
    [['enforced', 'attested', 'monitored'], 'attested'],
    [['attested', 'unattested'], 'partial'],
    [['enforced', 'gap'], 'partial'],
    [['partial', 'gap'], 'partial'],
    [['partial', 'unattested'], 'partial'],
    [['unattested', 'not-applicable'], 'unattested'],
    [['unattested', 'gap'], 'gap'],
    [['gap', 'gap'], 'gap'],
  ])('makes %j %s', (statuses, expected) => {
    expect(joinedStatus(statuses)).toBe(expected);
    expect(joinedStatus([...statuses].reverse())).toBe(expected);
  });

  it('is held only when everything that applies is held', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { maxLength: 6 }), (statuses) => {
        const told = statuses.filter((status) => status !== 'not-applicable');
        const allHeld = told.length > 0 && told.every((status) => HELD.includes(status));
        expect(HELD.includes(joinedStatus(statuses))).toBe(allHeld);
      }),
    );
  });
});
