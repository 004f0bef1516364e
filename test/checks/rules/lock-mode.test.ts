import { lockMode } from '../../../lib/checks/rules/lock-mode';
import { against } from './subject';

function inProfile(profile: string | undefined, Type: string, Properties: object): readonly string[] {
  const Metadata = profile === undefined ? {} : { HipaaBaseline: { environment: 'x', profile } };
  return against(lockMode, { Metadata, Resources: { Subject: { Type, Properties } } });
}

const bucket = (Mode: unknown) => ({
  ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode, Days: 2192 } } },
});
const vault = (ChangeableForDays: unknown) => ({
  LockConfiguration: { MinRetentionDays: 35, ChangeableForDays },
});

describe('Baseline-LockMode', () => {
  it('accepts locks in production that nobody can lift', () => {
    expect(inProfile('production', 'AWS::S3::Bucket', bucket('COMPLIANCE'))).toEqual([]);
    expect(inProfile('production', 'AWS::Backup::BackupVault', vault(3))).toEqual([]);
  });

  it.each([['GOVERNANCE'], [{ Ref: 'Mode' }], [undefined]])('refuses the mode %j in production', (mode) => {
    expect(inProfile('production', 'AWS::S3::Bucket', bucket(mode))).toEqual([
      expect.stringContaining('must have the mode COMPLIANCE'),
    ]);
  });

  it.each([[undefined], [{ Ref: 'Days' }]])('refuses a vault lock that becomes final after %j', (days) => {
    expect(inProfile('production', 'AWS::Backup::BackupVault', vault(days))).toEqual([
      expect.stringContaining("'ChangeableForDays' must be set"),
    ]);
  });

  it.each([['sandbox'], [undefined]])('lets the profile %j have locks that can be lifted', (profile) => {
    expect(inProfile(profile, 'AWS::S3::Bucket', bucket('GOVERNANCE'))).toEqual([]);
    expect(inProfile(profile, 'AWS::Backup::BackupVault', vault(undefined))).toEqual([]);
  });

  it('asks nothing where there is no lock', () => {
    expect(inProfile('production', 'AWS::S3::Bucket', {})).toEqual([]);
    expect(inProfile('production', 'AWS::Backup::BackupVault', {})).toEqual([]);
    expect(inProfile('production', 'AWS::SNS::Topic', bucket('GOVERNANCE'))).toEqual([]);
  });
});
