import { keyRotation } from '../../../lib/checks/rules/key-rotation';
import { againstResource } from './subject';

function key(properties?: object): readonly string[] {
  return againstResource(keyRotation, 'AWS::KMS::Key', properties);
}

describe('Baseline-KeyRotation', () => {
  it.each([
    [{ EnableKeyRotation: true }],
    [{ EnableKeyRotation: 'true', RotationPeriodInDays: 365 }],
    [{ EnableKeyRotation: true, RotationPeriodInDays: '90', Origin: 'AWS_KMS' }],
    [{ KeySpec: 'RSA_4096', KeyUsage: 'SIGN_VERIFY' }],
    [{ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }],
  ])('accepts %j', (properties) => {
    expect(key(properties)).toEqual([]);
  });

  it.each([
    [undefined, "'EnableKeyRotation' must be true, got: none."],
    [{ EnableKeyRotation: false }, "'EnableKeyRotation' must be true, got: false."],
    [{ EnableKeyRotation: { Ref: 'Rotate' } }, 'which the template does not decide'],
    [{ EnableKeyRotation: true, RotationPeriodInDays: 366 }, 'must be 365 days or less, got: 366'],
    [{ EnableKeyRotation: true, RotationPeriodInDays: { Ref: 'Days' } }, 'must be 365 days or less'],
    [{ EnableKeyRotation: true, Origin: 'EXTERNAL' }, "'Origin' must be AWS_KMS"],
    [{ KeySpec: { Ref: 'Spec' } }, "'EnableKeyRotation' must be true"],
  ])('refuses %j', (properties, message) => {
    expect(key(properties)).toEqual([expect.stringContaining(message)]);
  });

  it('asks nothing of a replica, which rotates with its primary, and nothing of other resources', () => {
    expect(againstResource(keyRotation, 'AWS::KMS::ReplicaKey')).toEqual([]);
    expect(againstResource(keyRotation, 'AWS::KMS::Alias')).toEqual([]);
  });
});
