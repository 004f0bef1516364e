import { judgeSession, sessionLimits } from '../../../../lambda/records/domain/session/judge-session';
import type { Session } from '../../../../lambda/records/domain/session/session';

const MINUTE_MS = 60_000;
const NOW = new Date('2026-01-15T12:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);

const SESSION: Session = {
  id: 'session',
  secretHash: 'hash',
  userId: 'user',
  openedAt: ago(MINUTE_MS),
  lastSeenAt: ago(MINUTE_MS),
  endedAt: null,
  endReason: null,
  user: { id: 'user', role: 'nurse', active: true, kind: 'person' },
};

describe('a session', () => {
  it.each<[string, Partial<Session>, object]>([
    ['lives', {}, { live: true }],
    ['lives at 14:59.999 without a request', { lastSeenAt: ago(15 * MINUTE_MS - 1) }, { live: true }],
    [
      'is over at 15 minutes without a request',
      { lastSeenAt: ago(15 * MINUTE_MS) },
      { live: false, end: 'idle' },
    ],
    ['lives a ms before 8 hours', { openedAt: ago(480 * MINUTE_MS - 1) }, { live: true }],
    [
      'is over at 8 hours, however busy',
      { openedAt: ago(480 * MINUTE_MS) },
      { live: false, end: 'absolute' },
    ],
    ['stays over', { endedAt: ago(1), endReason: 'logout' }, { live: false, end: undefined }],
    [
      'is over when the person is no longer active',
      { user: { ...SESSION.user, active: false } },
      { live: false, end: 'revoked' },
    ],
    ['is none of a machine', { user: { ...SESSION.user, kind: 'service' } }, { live: false, end: 'revoked' }],
    ['is none that opens tomorrow', { openedAt: ago(-86_400_000) }, { live: false, end: 'absolute' }],
    ['is none without a time', { lastSeenAt: new Date(Number.NaN) }, { live: false, end: 'idle' }],
    ['is none without a beginning', { openedAt: new Date(Number.NaN) }, { live: false, end: 'absolute' }],
  ])('%s', (_what, changes, standing) => {
    expect(judgeSession({ ...SESSION, ...changes }, NOW, sessionLimits({}))).toEqual(standing);
  });

  it.each([
    [{ idleMs: 15 * MINUTE_MS + 1 }, "'idleMs' must be a whole number of ms from 1 to 900000, got: 900001"],
    [{ absoluteMs: 8 * 60 * MINUTE_MS + 1 }, "'absoluteMs' must be a whole number of ms from 1 to 28800000"],
    [{ idleMs: 0 }, "'idleMs' must"],
    [{ absoluteMs: Number.NaN }, "'absoluteMs' must"],
  ])('has no longer limits: %j', (limits, message) => {
    expect(() => sessionLimits(limits)).toThrow(message);
  });

  it('may have shorter ones', () => {
    expect(sessionLimits({ idleMs: 5 * MINUTE_MS })).toEqual({
      idleMs: 5 * MINUTE_MS,
      absoluteMs: 480 * MINUTE_MS,
    });
  });
});
