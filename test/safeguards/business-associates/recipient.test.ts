import { Token } from 'aws-cdk-lib';
import { recipientOf } from '../../../lib/safeguards/business-associates/recipient';
import { syntheticVendor } from './synthetic-vendor';

/** What the CDK writes for a value that is known only at deployment. */
const UNKNOWN = Token.asString({ Ref: 'Parameter' });

const REGISTER = [syntheticVendor(), syntheticVendor({ vendor: 'aws', mailDomains: [], hosts: [] })];

describe('recipientOf', () => {
  it.each([
    ['email', 'oncall@gmail.com', 'gmail.com', 'consumer-mail', null],
    ['email-json', 'oncall@GMAIL.com.', 'gmail.com', 'consumer-mail', null],
    ['email', 'oncall@mail.yahoo.com', 'mail.yahoo.com', 'consumer-mail', null],
    ['email', 'oncall@evil-gmail.com', 'evil-gmail.com', null, null],
    ['email', 'oncall@gmail.com.example', 'gmail.com.example', null, null],
    ['email', 'oncall@clinic.example', 'clinic.example', null, 'synthetic-mail'],
    ['email', 'oncall@night.clinic.example', 'night.clinic.example', null, 'synthetic-mail'],
    ['https', 'https://clinic.example/hook', 'clinic.example', null, null],
    ['https', 'https://hooks.slack.com/services/T0/B0/x', 'hooks.slack.com', 'chat', null],
    [
      'https',
      'https://hooks.slack.com@hooks.synthetic.example/',
      'hooks.synthetic.example',
      null,
      'synthetic-mail',
    ],
    [
      'https',
      'https://abc.execute-api.us-east-1.amazonaws.com/',
      'abc.execute-api.us-east-1.amazonaws.com',
      null,
      null,
    ],
    ['http', 'http://hooks.synthetic.example/', 'hooks.synthetic.example', null, 'synthetic-mail'],
    ['sms', '+12025550123', 'plain SMS', 'plain-sms', null],
    ['sms', undefined, 'plain SMS', 'plain-sms', null],
    ['application', 'arn:aws:sns:us-east-1:444455556666:endpoint/x', 'mobile push', 'mobile-push', null],
    ['sqs', 'arn:aws:sqs:us-east-1:444455556666:queue', 'AWS', null, 'aws'],
    ['lambda', undefined, 'AWS', null, 'aws'],
  ])('takes %s %p for %s, channel %p, vendor %p', (protocol, address, name, channel, vendor) => {
    const recipient = recipientOf({ protocol, address }, REGISTER);
    expect([recipient?.name, recipient?.channel?.id ?? null, recipient?.vendor?.vendor ?? null]).toEqual([
      name,
      channel,
      vendor,
    ]);
  });

  it.each([
    ['email', undefined],
    ['email', 'oncall'],
    ['email', `oncall@${UNKNOWN}`],
    ['email', 'a@b@clinic.example'],
    ['https', undefined],
    ['https', UNKNOWN],
    ['https', `https://${UNKNOWN}/hook`],
    ['https', 'https://10.0.0.1/hook'],
    ['https', 'https://localhost/hook'],
    ['unheard-of', 'somewhere'],
  ])('cannot tell who is behind %s %p', (protocol, address) => {
    expect(recipientOf({ protocol, address }, REGISTER)).toBeUndefined();
  });
});
