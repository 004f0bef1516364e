import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AuditTrail, type AuditTrailProps } from '../../lib/constructs/audit-trail';
import { neighbours, testStack } from '../support/test-stack';

function trailTemplate(props: Partial<AuditTrailProps> = {}): Template {
  const stack = testStack();
  const { key, accessLogs } = neighbours(stack);
  new AuditTrail(stack, 'Audit', {
    key,
    archive: accessLogs,
    logBucketArns: ['arn:aws:s3:::archive', 'arn:aws:s3:::replica'],
    retentionDays: 2192,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
  return Template.fromStack(stack);
}

describe('AuditTrail', () => {
  it('records every region, validates its files and encrypts them with our key', () => {
    trailTemplate().hasResourceProperties('AWS::CloudTrail::Trail', {
      IsLogging: true,
      IsMultiRegionTrail: true,
      IncludeGlobalServiceEvents: true,
      EnableLogFileValidation: true,
      KMSKeyId: Match.stringLikeRegexp('^arn:aws:kms'),
      S3BucketName: 'some-access-logs',
    });
  });

  it('records management events, and object events of every bucket but those for logs', () => {
    trailTemplate().hasResourceProperties('AWS::CloudTrail::Trail', {
      AdvancedEventSelectors: [
        { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] },
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Data'] },
            { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
            { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::archive/', 'arn:aws:s3:::replica/'] },
          ],
        },
      ],
      InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }, { InsightType: 'ApiErrorRateInsight' }],
    });
  });

  it('keeps the same events for six years in an encrypted log group', () => {
    const template = trailTemplate();
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      RetentionInDays: 2192,
      KmsKeyId: Match.stringLikeRegexp('^arn:aws:kms'),
    });
    template.hasResourceProperties('AWS::CloudTrail::Trail', {
      CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('AuditLogGroup'), 'Arn'] },
    });
  });

  it('gives CloudTrail two actions on that group and nothing else', () => {
    trailTemplate().hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('AuditLogGroup'), 'Arn'] },
          },
        ],
      },
    });
  });

  it('refuses to keep events for less than six years', () => {
    expect(() => trailTemplate({ retentionDays: 2191 })).toThrow(
      "'retentionDays' must be at least 2192 days (six years), got: 2191",
    );
  });
});
