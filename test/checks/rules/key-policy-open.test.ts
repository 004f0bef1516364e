import { keyPolicyOpen } from '../../../lib/checks/rules/key-policy-open';
import { againstResource } from './subject';

const OWN = { 'Fn::Sub': 'arn:aws:iam::$' + '{AWS::AccountId}:root' };

function key(...Statement: object[]): readonly string[] {
  return againstResource(keyPolicyOpen, 'AWS::KMS::Key', { KeyPolicy: { Statement } });
}

function allow(Principal: unknown, Condition?: object): object {
  return {
    Effect: 'Allow',
    Principal,
    Action: 'kms:Decrypt',
    Resource: '*',
    ...(Condition && { Condition }),
  };
}

describe('Baseline-KeyPolicyOpen', () => {
  it('accepts this account, services, and everybody who calls from this account', () => {
    expect(key(allow({ AWS: OWN }), allow({ Service: 'logs.amazonaws.com' }))).toEqual([]);
    expect(
      key(allow({ AWS: '*' }, { StringEquals: { 'kms:CallerAccount': { Ref: 'AWS::AccountId' } } })),
    ).toEqual([]);
    expect(againstResource(keyPolicyOpen, 'AWS::KMS::Key')).toEqual([]);
  });

  it.each([
    [{ AWS: '*' }, undefined, 'everybody'],
    [{ AWS: '*' }, { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }, 'everybody'],
    [{ AWS: 'arn:aws:iam::999988887777:root' }, undefined, 'account 999988887777'],
    [{ AWS: { Ref: 'Partner' } }, undefined, 'does not show to be ours'],
  ])('refuses %j under %j', (principal, condition, message) => {
    expect(key(allow({ AWS: OWN }), allow(principal, condition))).toEqual([expect.stringContaining(message)]);
  });

  it('refuses a policy that the template does not tell', () => {
    expect(
      againstResource(keyPolicyOpen, 'AWS::KMS::ReplicaKey', { KeyPolicy: { Ref: 'Policy' } }),
    ).toHaveLength(1);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(keyPolicyOpen, 'AWS::KMS::Alias', { KeyPolicy: '*' })).toEqual([]);
  });
});
