import { recipientNotices, recipientRule } from '../../../lib/checks/eligibility/recipient-rule';
import type { RegisteredVendor } from '../../../lib/safeguards/business-associates/register';
import { syntheticAgreement, syntheticVendor } from '../../safeguards/business-associates/synthetic-vendor';
import { judgedStack } from '../judged-stack';
import { against } from '../rules/subject';
import { AS_OF } from '../tiny-app';

const NO_PHI = { HipaaBaseline: { phi: 'none' } };
const TOPIC = { Type: 'AWS::SNS::Topic' };
const FREE_TOPIC = { ...TOPIC, Metadata: NO_PHI };

function found(
  resources: object,
  vendors: readonly RegisteredVendor[] = [],
  parts: object = {},
  ...others: object[]
): readonly string[] {
  return against(recipientRule({ vendors, asOf: AS_OF }), { Resources: resources, ...parts }, ...others);
}

function notices(resources: object, vendors: readonly RegisteredVendor[] = []): readonly string[] {
  return recipientNotices([judgedStack(resources)], { vendors, asOf: AS_OF });
}

/** A subscription to a topic in the same template. */
function subscribed(Protocol: unknown, Endpoint: unknown, topic: object = TOPIC, Metadata?: object) {
  return {
    Topic: topic,
    Subscription: {
      Type: 'AWS::SNS::Subscription',
      Properties: { Protocol, Endpoint, TopicArn: { Ref: 'Topic' } },
      ...(Metadata === undefined ? {} : { Metadata }),
    },
  };
}

describe('a topic that may carry PHI', () => {
  it.each([
    ['email', 'oncall@clinic.example', 'clinic.example must have a business associate agreement'],
    ['email-json', 'oncall@gmail.com', 'must not be gmail.com (consumer mail)'],
    [
      'https',
      'https://hooks.slack.com/services/x',
      'hooks.slack.com must have a business associate agreement',
    ],
    ['http', 'http://hooks.synthetic.example/x', "'protocol' must be https"],
    ['sms', '+12025550123', 'must not be plain SMS'],
    ['application', 'arn:aws:sns:us-east-1:111122223333:app/GCM/x', 'must not be mobile push'],
    ['EMAIL', 'oncall@clinic.example', 'clinic.example must have'],
    [{ Ref: 'Protocol' }, 'oncall@clinic.example', 'must tell who receives PHI'],
    ['email', { Ref: 'Address' }, "'address' must tell who receives PHI, got: one known only at deployment"],
    ['https', { 'Fn::Sub': `https://\${Host}/x` }, 'must tell who receives PHI'],
    ['https', { 'Fn::Sub': `https://hooks.slack.com/\${Token}` }, 'hooks.slack.com must have'],
    [
      'https',
      { 'Fn::Join': ['', ['https://hooks.slack.com@', { Ref: 'Host' }, '/']] },
      'must tell who receives',
    ],
  ])('sends nothing by %j to %j', (protocol, endpoint, message) => {
    expect(found(subscribed(protocol, endpoint))).toEqual(
      expect.arrayContaining([expect.stringContaining(message)]),
    );
  });

  it.each([
    ['sqs', { 'Fn::GetAtt': ['Queue', 'Arn'] }],
    ['lambda', { 'Fn::GetAtt': ['Function', 'Arn'] }],
    ['firehose', { 'Fn::GetAtt': ['Stream', 'Arn'] }],
  ])('may stay within AWS, by %s', (protocol, endpoint) => {
    expect(found(subscribed(protocol, endpoint))).toEqual([]);
    expect(notices(subscribed(protocol, endpoint))).toEqual([]);
  });

  it('sends to a vendor with an agreement in force for the service that the template names', () => {
    const service = { HipaaBaseline: { service: 'Synthetic Mail' } };
    const vendors = [syntheticVendor()];
    expect(found(subscribed('email', 'oncall@clinic.example', TOPIC, service), vendors)).toEqual([]);
    expect(found(subscribed('email', 'oncall@clinic.example'), vendors)).toEqual([
      expect.stringContaining("'services' of the agreement with synthetic-mail must cover"),
    ]);
  });

  it('sends nothing any more once the agreement has expired', () => {
    const service = { HipaaBaseline: { service: 'Synthetic Mail' } };
    const agreement = syntheticAgreement({ expiresOn: '2026-11-20' });
    const resources = subscribed('email', 'oncall@clinic.example', TOPIC, service);
    expect(found(resources, [syntheticVendor({ agreement })])).toEqual([
      expect.stringContaining(
        "'expiresOn' of the agreement with synthetic-mail must not be before 2026-11-21",
      ),
    ]);
  });

  it('is judged in every way in which a condition may turn out, with the defaults of parameters', () => {
    const either = { 'Fn::If': ['Pages', 'oncall@gmail.com', { Ref: 'Address' }] };
    const Parameters = { Address: { Type: 'String', Default: 'oncall@clinic.example' } };
    expect(found(subscribed('email', either), [], { Parameters })).toEqual([
      expect.stringContaining('clinic.example must have'),
      expect.stringContaining('must not be gmail.com'),
    ]);
  });

  it('is what a topic is that no template shows, or that says something else than none', () => {
    const elsewhere = {
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: { Protocol: 'sms', Endpoint: '+12025550123', TopicArn: { Ref: 'TopicArn' } },
      },
    };
    expect(found(elsewhere)).toHaveLength(1);
    for (const phi of ['maybe', true, null, { none: 1 }]) {
      expect(
        found(subscribed('sms', '+12025550123', { ...TOPIC, Metadata: { HipaaBaseline: { phi } } })),
      ).toHaveLength(1);
    }
  });

  it('cannot be talked out of it by its subscription', () => {
    expect(found(subscribed('sms', '+12025550123', TOPIC, NO_PHI))).toHaveLength(1);
  });
});

describe('a topic that says that it carries no PHI', () => {
  it.each([
    ['email', 'security@hospital.example', 'hospital.example, which no agreement in force covers'],
    ['sms', '+12025550123', 'plain SMS, which no agreement in force covers'],
    ['https', 'https://hooks.slack.com/x', 'hooks.slack.com, which no agreement in force covers'],
    ['email', { Ref: 'Address' }, 'an address whose owner cannot be told'],
  ])('may send by %s to %j, and that is said with its place', (protocol, endpoint, notice) => {
    const resources = subscribed(protocol, endpoint, FREE_TOPIC);
    expect(found(resources)).toEqual([]);
    expect(notices(resources)).toEqual([
      expect.stringMatching(/^sandbox\/Tiny\/Subscription sends to .*: alerts without PHI only$/),
    ]);
    expect(notices(resources)[0]).toContain(notice);
  });

  it('sends nothing in the clear', () => {
    const resources = subscribed('http', 'http://hooks.synthetic.example/x', FREE_TOPIC);
    expect(found(resources)).toEqual([expect.stringContaining("'protocol' must be https, got: 'http'")]);
    expect(notices(resources)).toEqual([]);
  });

  it('is found in another template of the environment', () => {
    const subscription = {
      Subscription: {
        Type: 'AWS::SNS::Subscription',
        Properties: { Protocol: 'sms', Endpoint: '+12025550123', TopicArn: { 'Fn::ImportValue': 'Alerts' } },
      },
    };
    const owner = (topic: object) => ({
      Resources: { Topic: topic },
      Outputs: { Out: { Value: { Ref: 'Topic' }, Export: { Name: 'Alerts' } } },
    });
    expect(found(subscription, [], {}, owner(FREE_TOPIC))).toEqual([]);
    expect(found(subscription, [], {}, owner(TOPIC))).toHaveLength(1);
  });

  it('has nothing to tell of a vendor whose agreement is in force', () => {
    const service = { HipaaBaseline: { service: 'Synthetic Mail' } };
    const resources = subscribed('email', 'oncall@clinic.example', FREE_TOPIC, service);
    expect(notices(resources, [syntheticVendor()])).toEqual([]);
  });
});

describe('what else sends to somebody outside AWS', () => {
  it.each([
    ['AWS::SNS::Topic', { Subscription: [{ Protocol: 'email', Endpoint: 'oncall@gmail.com' }] }, 'gmail.com'],
    [
      'AWS::Events::ApiDestination',
      { InvocationEndpoint: 'https://events.pagerduty.com/v2' },
      'events.pagerduty.com',
    ],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      {
        HttpEndpointDestinationConfiguration: {
          EndpointConfiguration: { Url: 'https://in.vendor.example/x' },
        },
      },
      'in.vendor.example',
    ],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      { SplunkDestinationConfiguration: { HECEndpoint: 'https://inputs.splunkcloud.example:443' } },
      'inputs.splunkcloud.example',
    ],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      { SnowflakeDestinationConfiguration: { AccountUrl: 'https://a.snowflake.example' } },
      'a.snowflake.example',
    ],
    [
      'AWS::KinesisFirehose::DeliveryStream',
      { HttpEndpointDestinationConfiguration: { 'Fn::Transform': { Name: 'Elsewhere' } } },
      'must tell who receives PHI',
    ],
    [
      'AWS::AppFlow::ConnectorProfile',
      {
        ConnectorProfileConfig: {
          ConnectorProfileProperties: { Salesforce: { InstanceUrl: 'https://x.salesforce.example' } },
        },
      },
      'x.salesforce.example',
    ],
    [
      'AWS::IoT::TopicRule',
      { TopicRulePayload: { Actions: [{ Http: { Url: 'http://in.vendor.example' } }] } },
      "'protocol' must be https",
    ],
    ['AWS::SSMContacts::ContactChannel', { ChannelType: 'SMS', ChannelAddress: '+12025550123' }, 'plain SMS'],
    [
      'AWS::SSMContacts::ContactChannel',
      { ChannelType: 'VOICE', ChannelAddress: '+12025550123' },
      'must tell who',
    ],
  ])('%s needs an agreement, or says that it carries no PHI', (Type, Properties, message) => {
    const problems = found({ Sender: { Type, Properties } });
    expect(problems.join('\n')).toContain(message);
    expect(found({ Sender: { Type, Properties, Metadata: NO_PHI } })).toEqual(
      problems.filter((problem) => problem.includes("'protocol' must be https")),
    );
  });

  it.each([
    ['AWS::SQS::Queue', { InvocationEndpoint: 'https://in.vendor.example' }],
    ['AWS::KinesisFirehose::DeliveryStream', { ExtendedS3DestinationConfiguration: {} }],
    ['AWS::Events::ApiDestination', undefined],
  ])('%s without an address sends to nobody', (Type, Properties) => {
    expect(found({ Sender: { Type, ...(Properties === undefined ? {} : { Properties }) } })).toEqual([]);
  });
});
