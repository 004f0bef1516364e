import { keyDeletionWindow } from '../../../lib/checks/rules/key-deletion-window';
import { against, againstResource } from './subject';

describe('Baseline-KeyDeletionWindow', () => {
  it.each(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'])('lets a %s wait 30 days, its default', (type) => {
    expect(againstResource(keyDeletionWindow, type)).toEqual([]);
    expect(againstResource(keyDeletionWindow, type, { PendingWindowInDays: 30 })).toEqual([]);
  });

  it.each([[7], [29], ['7'], [{ Ref: 'Days' }]])('refuses a window of %j', (PendingWindowInDays) => {
    expect(againstResource(keyDeletionWindow, 'AWS::KMS::Key', { PendingWindowInDays })).toHaveLength(1);
  });

  it('judges the default of a parameter, and both branches of a condition', () => {
    const judged = (PendingWindowInDays: unknown) =>
      against(keyDeletionWindow, {
        Parameters: { Days: { Type: 'Number', Default: 30 } },
        Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { PendingWindowInDays } } },
      });
    expect(judged({ Ref: 'Days' })).toEqual([]);
    expect(judged({ 'Fn::If': ['Cheap', 7, { Ref: 'AWS::NoValue' }] })).toHaveLength(1);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(keyDeletionWindow, 'AWS::KMS::Alias', { PendingWindowInDays: 7 })).toEqual([]);
  });
});
