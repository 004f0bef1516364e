import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ArchiveBucket, type ArchiveBucketProps } from '../../lib/constructs/archive-bucket';
import { neighbours, testStack } from '../support/test-stack';

function archiveTemplate(props: Partial<ArchiveBucketProps> = {}): Template {
  const stack = testStack();
  new ArchiveBucket(stack, 'Archive', {
    ...neighbours(stack),
    lockMode: 'COMPLIANCE',
    retentionDays: 2192,
    transitionDays: 90,
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
  return Template.fromStack(stack);
}

describe('ArchiveBucket', () => {
  it.each(['COMPLIANCE', 'GOVERNANCE'] as const)(
    'locks every object for six years in %s mode',
    (lockMode) => {
      archiveTemplate({ lockMode }).hasResourceProperties('AWS::S3::Bucket', {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: lockMode, Days: 2192 } },
        },
      });
    },
  );

  it('moves objects to cheaper storage and expires none', () => {
    const [bucket] = Object.values(archiveTemplate().findResources('AWS::S3::Bucket'));
    const rules = bucket?.Properties.LifecycleConfiguration.Rules;
    expect(rules).toEqual([
      expect.objectContaining({ Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }] }),
    ]);
    expect(JSON.stringify(rules)).not.toMatch(/Expiration(InDays)?"|NoncurrentVersionExpiration/);
  });

  it.each([2191, 365, 0, -1, Number.NaN])('refuses a retention of %d days', (retentionDays) => {
    expect(() => archiveTemplate({ retentionDays })).toThrow(
      `'retentionDays' must be at least 2192 days (six years), got: ${retentionDays}`,
    );
  });
});
