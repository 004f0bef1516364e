import type { RegisteredVendor } from '../../../lib/safeguards/business-associates/register';
import { type Flow, vendorProblems } from '../../../lib/safeguards/business-associates/vendor-problems';
import { syntheticAgreement, syntheticVendor } from './synthetic-vendor';

const AS_OF = '2026-11-21';
const PHI: Flow = {
  from: 'sandbox/Response/Subscription',
  protocol: 'email',
  address: 'oncall@clinic.example',
  carries: 'phi',
  service: 'Synthetic Mail',
};
const ALERT: Flow = { ...PHI, carries: 'no-phi' };

function withAgreement(changes: Parameters<typeof syntheticAgreement>[0]): readonly RegisteredVendor[] {
  return [syntheticVendor({ agreement: syntheticAgreement(changes) })];
}

describe('a flow of PHI', () => {
  it('is let through to a vendor whose agreement is in force and covers the service', () => {
    expect(vendorProblems(PHI, [syntheticVendor()], AS_OF)).toEqual({ problems: [], notices: [] });
    expect(vendorProblems(PHI, withAgreement({ expiresOn: null }), AS_OF).problems).toEqual([]);
    expect(vendorProblems(PHI, withAgreement({ expiresOn: AS_OF, signedOn: AS_OF }), AS_OF).problems).toEqual(
      [],
    );
    expect(
      vendorProblems(PHI, withAgreement({ breachNoticeDays: 60, retentionYears: 6 }), AS_OF).problems,
    ).toEqual([]);
  });

  it.each<[string, Partial<Flow>, readonly RegisteredVendor[], string]>([
    [
      'nobody in the register',
      {},
      [],
      'clinic.example must have a business associate agreement in the register',
    ],
    [
      'a vendor without an agreement',
      {},
      [syntheticVendor({ agreement: null, phiMayReach: false })],
      'must have a business associate agreement in the register',
    ],
    [
      'a vendor that PHI may not reach',
      {},
      [syntheticVendor({ phiMayReach: false })],
      "'phiMayReach' of synthetic-mail",
    ],
    [
      'an agreement that expired',
      {},
      withAgreement({ expiresOn: '2026-11-20' }),
      "'expiresOn' of the agreement",
    ],
    [
      'an agreement of tomorrow',
      {},
      withAgreement({ signedOn: '2026-11-22' }),
      "'signedOn' of the agreement",
    ],
    [
      'five years of retention',
      {},
      withAgreement({ retentionYears: 5 }),
      "'retentionYears' of the agreement",
    ],
    [
      'breach notice in 61 days',
      {},
      withAgreement({ breachNoticeDays: 61 }),
      "'breachNoticeDays' of the agreement",
    ],
    [
      'a service that is not covered',
      { service: 'Synthetic Chat' },
      [syntheticVendor()],
      "'services' of the agreement",
    ],
    ['a service that is not named', { service: undefined }, [syntheticVendor()], 'got: nothing'],
    ['consumer mail', { address: 'oncall@gmail.com' }, [], 'must not be gmail.com (consumer mail)'],
    [
      'consumer mail that the register claims to be covered',
      { address: 'oncall@gmail.com' },
      [syntheticVendor({ mailDomains: ['gmail.com'] })],
      'must not be gmail.com (consumer mail)',
    ],
    ['plain SMS', { protocol: 'sms', address: '+12025550123' }, [], 'must not be plain SMS'],
    [
      'chat without an agreement',
      { protocol: 'https', address: 'https://hooks.slack.com/services/x' },
      [],
      'hooks.slack.com must have a business associate agreement',
    ],
    [
      'an address known only at deployment',
      { address: undefined },
      [syntheticVendor()],
      'known only at deployment',
    ],
    [
      'plain HTTP',
      { protocol: 'http', address: 'http://hooks.synthetic.example/' },
      [syntheticVendor()],
      "'protocol' must be https, got: 'http'",
    ],
    [
      'AWS without its addendum',
      { protocol: 'sqs', service: 'Amazon Simple Queue Service (SQS)' },
      [],
      'AWS must have',
    ],
  ])('is refused to %s', (_, changes, register, problem) => {
    const verdict = vendorProblems({ ...PHI, ...changes }, register, AS_OF);
    expect(verdict.problems).toEqual([expect.stringContaining(problem)]);
    expect(verdict.problems[0]).toContain('sandbox/Response/Subscription: ');
    expect(verdict.notices).toEqual([]);
  });

  it('reaches chat in a tier that the register has an agreement for', () => {
    const flow = { ...PHI, protocol: 'https', address: 'https://hooks.slack.com/services/x' };
    const register = [syntheticVendor({ hosts: ['slack.com'] })];
    expect(vendorProblems(flow, register, AS_OF).problems).toEqual([]);
  });

  it('reaches within AWS the services on the list of eligible ones, and no other', () => {
    const aws = syntheticVendor({
      vendor: 'aws',
      agreement: syntheticAgreement({ services: ['HIPAA eligible services'] }),
    });
    const flow = { ...PHI, protocol: 'sqs', address: undefined };
    const eligible = { ...flow, service: 'Amazon Simple Queue Service (SQS)' };
    expect(vendorProblems(eligible, [aws], AS_OF).problems).toEqual([]);
    expect(vendorProblems({ ...flow, service: 'AWS App Runner' }, [aws], AS_OF).problems).toEqual([
      expect.stringContaining("'services' of the agreement with aws"),
    ]);
  });

  it('is refused for every shortcoming at once', () => {
    const register = [
      syntheticVendor({
        phiMayReach: false,
        agreement: syntheticAgreement({ expiresOn: '2026-06-01', retentionYears: 1, breachNoticeDays: 90 }),
      }),
    ];
    expect(vendorProblems({ ...PHI, service: 'Other' }, register, AS_OF).problems).toHaveLength(5);
  });
});

describe('an alert without PHI', () => {
  it('goes to a covered vendor without a word', () => {
    expect(vendorProblems(ALERT, [syntheticVendor()], AS_OF)).toEqual({ problems: [], notices: [] });
  });

  it.each<[string, Partial<Flow>]>([
    ['consumer mail', { address: 'oncall@gmail.com' }],
    ['plain SMS', { protocol: 'sms', address: '+12025550123' }],
    ['free chat', { protocol: 'https', address: 'https://discord.com/api/webhooks/x' }],
    ['a domain that nobody registered', { address: 'oncall@unregistered.example' }],
    ['an address known only at deployment', { address: undefined }],
  ])('may go to %s, and that is said', (_, changes) => {
    const { problems, notices } = vendorProblems({ ...ALERT, ...changes }, [], AS_OF);
    expect(problems).toEqual([]);
    expect(notices).toEqual([expect.stringContaining('alerts without PHI only')]);
  });

  it('may go to nobody in the clear', () => {
    const flow = { ...ALERT, protocol: 'http', address: 'http://hooks.synthetic.example/' };
    expect(vendorProblems(flow, [syntheticVendor()], AS_OF).problems).toHaveLength(1);
  });
});
