import { deadlinesOf, find } from './incident';

describe('the status of an obligation', () => {
  it.each([
    ['2026-03-08', 'pending'],
    ['2026-03-09', 'due-soon'],
    ['2026-03-16', 'due-soon'],
    ['2026-03-17', 'overdue'],
  ])('as of %s is %s', (asOf, status) => {
    expect(find(deadlinesOf({ asOf }), 'individual-notice')).toMatchObject({ due: '2026-03-16', status });
  });

  it.each([
    ['2026-03-09', '2026-03-10', 'due-soon'],
    ['2026-03-10', '2026-03-10', 'sent'],
    ['2026-03-20', '2026-03-20', 'sent'],
    ['2026-03-20', '2026-03-21', 'overdue'],
  ])('as of %s, sent on %s, is %s', (asOf, on, status) => {
    expect(
      find(deadlinesOf({ asOf, sent: [{ id: 'individual-notice', on }] }), 'individual-notice')?.status,
    ).toBe(status);
  });

  it('of another obligation does not change with it', () => {
    const result = deadlinesOf({ sent: [{ id: 'individual-notice', on: '2026-01-18' }] });
    expect(find(result, 'hhs-annual-log')?.status).toBe('pending');
    expect(find(result, 'state:WY:not-modelled')?.status).toBe('check');
  });

  it('of an open question is check until it is recorded as done', () => {
    const sent = [{ id: 'state:WY:not-modelled', on: '2026-01-18' }];
    expect(find(deadlinesOf(), 'state:WY:not-modelled')?.status).toBe('check');
    expect(find(deadlinesOf({ sent }), 'state:WY:not-modelled')?.status).toBe('sent');
  });

  it('of the media notice of one State is its own, unless all are recorded', () => {
    const affected = [
      { jurisdiction: 'WY', count: 501 },
      { jurisdiction: 'NV', count: 501 },
    ];
    const media = (id: string) =>
      deadlinesOf({ affected, sent: [{ id, on: '2026-01-18' }] })
        .obligations.filter((obligation) => obligation.id === 'media-notice')
        .map(({ jurisdiction, status }) => [jurisdiction, status]);
    expect(media('media-notice:WY')).toEqual([
      ['NV', 'pending'],
      ['WY', 'sent'],
    ]);
    expect(media('media-notice')).toEqual([
      ['NV', 'sent'],
      ['WY', 'sent'],
    ]);
  });

  it('is all that the day asked about decides', () => {
    const withoutStatus = (asOf: string) =>
      deadlinesOf({ affected: [{ jurisdiction: 'CA', count: 600 }], asOf }).obligations.map(
        ({ status, ...rest }) => {
          expect(status).toBeDefined();
          return rest;
        },
      );
    expect(withoutStatus('2030-01-01')).toEqual(withoutStatus('2026-01-15'));
  });
});
