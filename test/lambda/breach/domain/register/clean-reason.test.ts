import { cleanReason } from '../../../../../lambda/breach/domain/register/clean-reason';
import { triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import { ACCESS_CASES } from '../triage/cases/access-cases';
import { AUDIT_CASES } from '../triage/cases/audit-cases';
import { STORE_CASES } from '../triage/cases/store-cases';
import { eventOf } from '../triage/events';

const ALL = [...ACCESS_CASES, ...AUDIT_CASES, ...STORE_CASES];

describe('a reason', () => {
  it('is kept as triage gives it, for every incident and review that the tests of triage know', () => {
    const reasons = ALL.flatMap(({ incidents = [], reviews = [] }) => [...incidents, ...reviews]).flatMap(
      (one) => triageEvent(eventOf(one), one.options).reasons,
    );
    expect(reasons.length).toBeGreaterThan(300);
    expect(reasons.filter((reason) => cleanReason(reason) !== reason)).toEqual([]);
  });

  it.each([
    ['type is JaneDoe, severity is 8', /^type is token:[0-9a-f]{16}, severity is 8$/],
    ['type is Backdoor:EC2/DenialOfService.Dns, severity is 8', /Backdoor:EC2\/DenialOfService\.Dns/],
    ['retentionInDays is 987654321', /token:/],
    ['status is jane.doe@example.org', /^status is token:/],
    ['eventName is jane', /^eventName is token:/],
    ['eventName is StopLogging', /^eventName is StopLogging$/],
  ])('of the form %j is kept as %s', (reason, kept) => {
    expect(cleanReason(reason)).toMatch(kept);
  });

  it('is bounded', () => {
    expect(cleanReason('x '.repeat(1000))).toHaveLength(300);
  });
});
