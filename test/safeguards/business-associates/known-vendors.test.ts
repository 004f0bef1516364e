import { isCalendarDate } from '../../../lib/checks/calendar-date';
import { UNCOVERED_CHANNELS } from '../../../lib/safeguards/business-associates/uncovered-channels';
import { KNOWN_VENDORS } from '../../../lib/safeguards/business-associates/vendors';

describe('the known vendors', () => {
  it('are the large providers, AWS first', () => {
    expect(KNOWN_VENDORS.map(({ id }) => id)).toEqual([
      'aws',
      'google-cloud',
      'google-workspace',
      'azure',
      'twilio',
    ]);
  });

  it.each(KNOWN_VENDORS)('say of $name where to sign, what is covered, and on what that rests', (vendor) => {
    expect(vendor.signedAt.length).toBeGreaterThan(20);
    expect(vendor.covers.length).toBeGreaterThan(20);
    expect(vendor.source).toMatch(/^https:\/\//);
    expect(isCalendarDate(vendor.asOf)).toBe(true);
  });

  it.each(KNOWN_VENDORS)('never say of $name that an agreement is signed', (vendor) => {
    expect(JSON.stringify(vendor)).not.toMatch(/\b(is|was|has been) signed\b/);
  });
});

describe('the uncovered channels', () => {
  it('are consumer mail, chat, plain SMS and mobile push, each with its reason', () => {
    expect(UNCOVERED_CHANNELS.map(({ id }) => id)).toEqual([
      'consumer-mail',
      'chat',
      'plain-sms',
      'mobile-push',
    ]);
    expect(UNCOVERED_CHANNELS.every(({ reason }) => reason.length > 20)).toBe(true);
  });
});
