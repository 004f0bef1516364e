import { archiveRetention } from '../../../lib/checks/rules/archive-retention';
import { against, againstResource } from './subject';

function bucket(properties: object): readonly string[] {
  return againstResource(archiveRetention, 'AWS::S3::Bucket', properties);
}

function locked(retention: object): readonly string[] {
  return bucket({
    ObjectLockEnabled: true,
    ObjectLockConfiguration: { Rule: { DefaultRetention: retention } },
  });
}

describe('Baseline-ArchiveRetention', () => {
  it.each([
    [{ Mode: 'COMPLIANCE', Days: 2192 }],
    [{ Mode: 'GOVERNANCE', Days: 3653 }],
    [{ Mode: 'COMPLIANCE', Days: '2192' }],
    [{ Mode: 'COMPLIANCE', Years: 7 }],
  ])('accepts %j', (retention) => {
    expect(locked(retention)).toEqual([]);
  });

  it.each([
    [{ Mode: 'COMPLIANCE', Days: 2191 }, 'at least 2192 days'],
    [{ Mode: 'COMPLIANCE', Years: 6 }, 'at least 2192 days'],
    [{ Mode: 'COMPLIANCE' }, 'at least 2192 days'],
    [{ Mode: 'COMPLIANCE', Days: { Ref: 'Days' } }, 'at least 2192 days'],
    [{ Days: 2192 }, 'must have the mode'],
  ])('refuses %j', (retention, message) => {
    expect(locked(retention)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    [{ ObjectLockEnabled: true }],
    [{ ObjectLockEnabled: 'true' }],
    [{ ObjectLockConfiguration: {} }],
  ])('refuses a lock without a default retention: %j', (properties) => {
    expect(bucket(properties)).toEqual([expect.stringContaining('got: none')]);
  });

  it('judges the default of a parameter, and both branches of a condition', () => {
    const judged = (Days: unknown) =>
      against(archiveRetention, {
        Parameters: { Long: { Type: 'Number', Default: 2192 }, Short: { Type: 'Number', Default: 2191 } },
        Resources: {
          Archive: {
            Type: 'AWS::S3::Bucket',
            Properties: {
              ObjectLockEnabled: true,
              ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days } } },
            },
          },
        },
      });
    expect(judged({ Ref: 'Long' })).toEqual([]);
    expect(judged({ Ref: 'Short' })).toHaveLength(1);
    expect(judged({ 'Fn::If': ['Cheap', 30, 2192] })).toEqual([expect.stringContaining('got: 30.')]);
  });

  it('asks nothing of a bucket without Object Lock, and nothing of other resources', () => {
    expect(bucket({})).toEqual([]);
    expect(againstResource(archiveRetention, 'AWS::SNS::Topic', { ObjectLockEnabled: true })).toEqual([]);
  });
});
