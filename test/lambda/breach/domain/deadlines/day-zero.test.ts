import { deadlinesOf, find } from './incident';

describe('day 0', () => {
  it.each([
    ['our own discovery', '2026-01-15', null, '2026-01-15'],
    [
      'an agent that knew before us',
      '2026-01-15',
      { discoveredOn: '2026-01-02', agent: true, toldUsOn: '2026-01-15' },
      '2026-01-02',
    ],
    [
      'an agent that knew after us',
      '2026-01-15',
      { discoveredOn: '2026-01-18', agent: true, toldUsOn: '2026-01-19' },
      '2026-01-15',
    ],
    [
      'an agent that never told',
      '2026-01-15',
      { discoveredOn: '2026-01-02', agent: true, toldUsOn: null },
      '2026-01-02',
    ],
    [
      'another associate: the day it told',
      '2026-01-15',
      { discoveredOn: '2025-12-01', agent: false, toldUsOn: '2026-01-12' },
      '2026-01-12',
    ],
    [
      'another associate, we knew earlier',
      '2026-01-15',
      { discoveredOn: '2025-12-01', agent: false, toldUsOn: '2026-01-19' },
      '2026-01-15',
    ],
    [
      'another associate that never told',
      '2026-01-15',
      { discoveredOn: '2025-12-01', agent: false, toldUsOn: null },
      '2026-01-15',
    ],
    [
      'an agent that told before its stated discovery',
      '2026-01-15',
      { discoveredOn: '2026-01-14', agent: true, toldUsOn: '2026-01-13' },
      '2026-01-13',
    ],
  ])('is %s', (_, discoveredOn, businessAssociate, dayZero) => {
    expect(deadlinesOf({ discoveredOn, businessAssociate }).dayZero).toBe(dayZero);
  });

  it('is not the day of the assessment or of the event', () => {
    const result = deadlinesOf({
      occurredOn: '2025-11-01',
      assessment: {
        outcome: 'breach',
        factors: { nature: 'a', recipient: 'b', acquired: 'c', mitigation: 'd' },
      },
    });
    expect(result.dayZero).toBe('2026-01-15');
  });

  it('says whose knowledge it is', () => {
    const explained = (businessAssociate: unknown) =>
      find(deadlinesOf({ businessAssociate }), 'individual-notice')?.explanation;
    expect(explained(null)).toContain('Day 0 is 2026-01-15: the incident was first known on that day.');
    expect(explained({ discoveredOn: '2026-01-02', agent: true, toldUsOn: null })).toContain(
      'Day 0 is 2026-01-02: the business associate acts as an agent and discovered the incident on that day.',
    );
    expect(explained({ discoveredOn: '2026-01-02', agent: false, toldUsOn: '2026-01-12' })).toContain(
      'Day 0 is 2026-01-12: the business associate told of the incident on that day.',
    );
  });
});
