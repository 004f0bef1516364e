import { topicQueueProtected } from '../../../lib/checks/rules/topic-queue-protected';
import { against } from './subject';

const KINDS = [
  { Type: 'AWS::SNS::Topic', policyType: 'AWS::SNS::TopicPolicy', targets: 'Topics', action: 'sns:Publish' },
  { Type: 'AWS::SQS::Queue', policyType: 'AWS::SQS::QueuePolicy', targets: 'Queues', action: 'sqs:*' },
];

describe.each(KINDS)('Baseline-TopicQueueProtected, for $Type', ({ Type, policyType, targets, action }) => {
  const KEYED = { KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } };
  const denial = {
    Effect: 'Deny',
    Principal: '*',
    Action: action,
    Resource: { 'Fn::GetAtt': ['Channel', 'Arn'] },
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  const template = (properties: object, statement: object | undefined) => ({
    Resources: {
      Channel: { Type, Properties: properties },
      Other: { Type: 'AWS::IAM::Role' },
      ...(statement && {
        Policy: {
          Type: policyType,
          Properties: { [targets]: [{ Ref: 'Channel' }], PolicyDocument: { Statement: [statement] } },
        },
      }),
    },
  });
  const judged = (properties: object, statement: object | undefined = denial) =>
    against(topicQueueProtected, template(properties, statement));

  it('accepts a key of our own and a policy that demands TLS', () => {
    expect(judged(KEYED)).toEqual([]);
    expect(judged({ KmsMasterKeyId: { Ref: 'KeyArn' } })).toEqual([]);
    expect(judged(KEYED, { ...denial, Resource: '*', Principal: { AWS: '*' } })).toEqual([]);
  });

  it.each([
    [{}],
    [{ KmsMasterKeyId: '' }],
    [{ KmsMasterKeyId: 'alias/aws/sns' }],
    [
      {
        KmsMasterKeyId: { 'Fn::Sub': 'arn:aws:kms:$' + '{AWS::Region}:$' + '{AWS::AccountId}:alias/aws/sqs' },
      },
    ],
    [{ SqsManagedSseEnabled: true }],
  ])('refuses the encryption %j', (properties) => {
    expect(judged(properties)).toEqual([expect.stringContaining("'KmsMasterKeyId' must be one")]);
  });

  it('refuses a channel without a policy', () => {
    expect(against(topicQueueProtected, template(KEYED, undefined))).toEqual([
      expect.stringContaining('got: no policy.'),
    ]);
  });

  it.each([
    [{ Effect: 'Allow' }],
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
    [{ Action: 'sqs:DeleteMessage' }],
    [{ Resource: { 'Fn::GetAtt': ['Other', 'Arn'] } }],
    [{ Condition: {} }],
    [
      {
        Condition: {
          Bool: { 'aws:SecureTransport': 'false' },
          StringEquals: { 'aws:PrincipalAccount': '1' },
        },
      },
    ],
  ])('refuses a policy whose denial has %j', (parts) => {
    expect(judged(KEYED, { ...denial, ...parts })).toEqual([
      expect.stringContaining('without such a statement'),
    ]);
  });

  it('finds the policy by the name of the channel', () => {
    const Policy = {
      Type: policyType,
      Properties: {
        [targets]: ['arn:aws:sns:us-east-1:111122223333:intake'],
        PolicyDocument: { Statement: { ...denial, Resource: 'arn:aws:sns:us-east-1:111122223333:intake' } },
      },
    };
    const name = Type === 'AWS::SNS::Topic' ? { TopicName: 'intake' } : { QueueName: 'intake' };
    const Resources = { Channel: { Type, Properties: { ...KEYED, ...name } }, Policy };
    expect(against(topicQueueProtected, { Resources })).toEqual([]);
  });
});

describe('Baseline-TopicQueueProtected', () => {
  it('demands TLS for receiving from a queue as well as for sending to it', () => {
    const Resources = {
      Queue: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' } } },
      Policy: {
        Type: 'AWS::SQS::QueueInlinePolicy',
        Properties: {
          Queue: { Ref: 'Queue' },
          PolicyDocument: {
            Statement: {
              Effect: 'Deny',
              Principal: '*',
              Action: 'sqs:SendMessage',
              Resource: '*',
              Condition: { Bool: { 'aws:SecureTransport': false } },
            },
          },
        },
      },
    };
    expect(against(topicQueueProtected, { Resources })).toHaveLength(1);
  });
});
