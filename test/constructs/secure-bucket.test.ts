import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { BlockPublicAccess, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { SecureBucket, type SecureBucketProps } from '../../lib/constructs/secure-bucket';
import { neighbours, statementOf, testStack } from '../support/test-stack';

function bucketTemplate(props: Partial<SecureBucketProps> = {}): Template {
  const stack = testStack();
  new SecureBucket(stack, 'Bucket', { ...neighbours(stack), removalPolicy: RemovalPolicy.RETAIN, ...props });
  return Template.fromStack(stack);
}

const bucketPolicy = (template: Template) =>
  Object.values(template.findResources('AWS::S3::BucketPolicy'))[0]?.Properties.PolicyDocument;

describe('SecureBucket', () => {
  it('is private, versioned, owned and outlives its stack', () => {
    bucketTemplate().hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        VersioningConfiguration: { Status: 'Enabled' },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      },
    });
  });

  it('encrypts with our key, one data key for many objects', () => {
    bucketTemplate().hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: Match.stringLikeRegexp('^arn:aws:kms:'),
            },
          },
        ],
      },
    });
  });

  it('refuses plain HTTP and TLS before 1.2', () => {
    const statements = JSON.stringify(bucketPolicy(bucketTemplate()));
    expect(statements).toContain('"Bool":{"aws:SecureTransport":"false"}');
    expect(statements).toContain('"NumericLessThan":{"s3:TlsVersion":1.2}');
    expect(statementOf(bucketPolicy(bucketTemplate()), 'nothing')).toEqual({});
  });

  it('logs every request to the access-log bucket, and leaves that bucket to its owner', () => {
    const template = bucketTemplate();
    template.hasResourceProperties('AWS::S3::Bucket', {
      LoggingConfiguration: { DestinationBucketName: 'some-access-logs', LogFilePrefix: 'Test/Bucket/' },
    });
    template.resourceCountIs('AWS::S3::BucketPolicy', 1);
  });

  it.each<[string, object]>([
    ['versioned', { versioned: false }],
    ['enforceSSL', { enforceSSL: false }],
    ['encryption', { encryption: BucketEncryption.UNENCRYPTED }],
    ['blockPublicAccess', { blockPublicAccess: new BlockPublicAccess({ blockPublicAcls: false }) }],
    ['publicReadAccess', { publicReadAccess: true }],
    ['minimumTLSVersion', { minimumTLSVersion: 1 }],
    ['serverAccessLogsBucket', { serverAccessLogsBucket: undefined }],
  ])('holds when an untyped caller passes %s', (_name, weaker) => {
    const untouched = bucketTemplate().toJSON();
    let weakened: object | undefined;
    try {
      weakened = bucketTemplate(weaker).toJSON();
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
      return;
    }
    expect(weakened).toEqual(untouched);
  });
});
