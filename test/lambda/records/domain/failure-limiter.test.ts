import { FailureLimiter } from '../../../../lambda/records/domain/session/failure-limiter';

const at = (ms: number) => new Date(1_000_000 + ms);
const LIMITS = { failures: 3, windowMs: 1000, sources: 2 };

describe('the count of failures', () => {
  it('blocks a source at the limit, until the window is over', () => {
    const limiter = new FailureLimiter(LIMITS);
    limiter.fail('a', at(0));
    limiter.fail('a', at(1));
    expect(limiter.isBlocked('a', at(2))).toBe(false);
    limiter.fail('a', at(2));
    expect(limiter.isBlocked('a', at(999))).toBe(true);
    expect(limiter.isBlocked('b', at(999))).toBe(false);
    expect(limiter.isBlocked('a', at(1000))).toBe(false);
    limiter.fail('a', at(1001));
    expect(limiter.isBlocked('a', at(1002))).toBe(false);
  });

  it('forgets the oldest source when there are too many', () => {
    const limiter = new FailureLimiter({ ...LIMITS, failures: 1 });
    for (const source of ['a', 'b', 'c']) limiter.fail(source, at(0));
    expect(['a', 'b', 'c'].map((source) => limiter.isBlocked(source, at(1)))).toEqual([false, true, true]);
  });
});
