import { keyDeletionWindow } from '../../../lib/checks/rules/key-deletion-window';
import { againstResource } from './subject';

describe('Baseline-KeyDeletionWindow', () => {
  it.each(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'])('lets a %s wait 30 days, its default', (type) => {
    expect(againstResource(keyDeletionWindow, type)).toEqual([]);
    expect(againstResource(keyDeletionWindow, type, { PendingWindowInDays: 30 })).toEqual([]);
  });

  it.each([[7], [29], ['7'], [{ Ref: 'Days' }]])('refuses a window of %j', (PendingWindowInDays) => {
    expect(againstResource(keyDeletionWindow, 'AWS::KMS::Key', { PendingWindowInDays })).toHaveLength(1);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(keyDeletionWindow, 'AWS::KMS::Alias', { PendingWindowInDays: 7 })).toEqual([]);
  });
});
