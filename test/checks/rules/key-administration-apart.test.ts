import { keyAdministrationApart } from '../../../lib/checks/rules/key-administration-apart';
import { against, againstResource } from './subject';

const ROOT = { 'Fn::Sub': 'arn:aws:iam::$' + '{AWS::AccountId}:root' };
const ADMIN = 'arn:aws:iam::111122223333:role/KeyAdministrator';
const USER = { 'Fn::GetAtt': ['Service', 'Arn'] };

function key(...Statement: unknown[]): readonly string[] {
  return againstResource(keyAdministrationApart, 'AWS::KMS::Key', { KeyPolicy: { Statement } });
}

function allow(AWS: unknown, Action: unknown, Condition?: object): object {
  return { Effect: 'Allow', Principal: { AWS }, Action, Resource: '*', ...(Condition && { Condition }) };
}

const administration = (who: unknown, condition?: object) =>
  allow(who, ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'], condition);
const use = (who: unknown, condition?: object) =>
  allow(who, ['kms:Decrypt', 'kms:GenerateDataKey*'], condition);
const VIA = { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } };

describe('Baseline-KeyAdministrationApart', () => {
  it('accepts administrators and users who are different principals', () => {
    expect(key(administration(ADMIN), use(USER))).toEqual([]);
    expect(
      key(administration([ADMIN, ROOT]), allow(USER, 'kms:Decrypt'), allow(ROOT, 'kms:DescribeKey')),
    ).toEqual([]);
  });

  it('accepts the account as a whole for both where a condition keeps them apart', () => {
    expect(key(administration(ROOT), use(ROOT, VIA))).toEqual([]);
    expect(key(administration(ROOT, { ArnLike: { 'aws:PrincipalArn': ADMIN } }), use(ROOT))).toEqual([]);
  });

  it('leaves out services and denials', () => {
    const service = {
      Effect: 'Allow',
      Principal: { Service: 'logs.amazonaws.com' },
      Action: 'kms:*',
      Resource: '*',
    };
    expect(key(administration(ADMIN), service, { ...allow(ADMIN, 'kms:Decrypt'), Effect: 'Deny' })).toEqual(
      [],
    );
  });

  it.each([
    ['everything', allow(ROOT, 'kms:*')],
    ['everything, as the CDK writes it', allow(ROOT, ['kms:*'])],
    ['every action of every service', allow(ADMIN, '*')],
    [
      'all but some actions',
      { Effect: 'Allow', Principal: { AWS: ROOT }, NotAction: 'kms:Sign', Resource: '*' },
    ],
    ['both in one statement', allow(ADMIN, ['kms:PutKeyPolicy', 'kms:Decrypt'])],
    ['both under one condition', allow(ROOT, 'kms:*', VIA)],
    ['an action that the template does not tell', allow(ADMIN, { Ref: 'Actions' })],
  ])('refuses a statement with %s', (_, statement) => {
    expect(key(statement)).toEqual([
      expect.stringContaining('must keep administrators and users apart, got: both'),
    ]);
  });

  it.each([
    ['a role', administration(ADMIN), use(ADMIN)],
    ['a role, whatever the condition', administration(ADMIN), use(ADMIN, VIA)],
    ['a role among others', administration([ADMIN, ROOT]), use([USER, ADMIN], VIA)],
    ['a role by reference', administration(USER), use(USER)],
    ['the account', administration(ROOT), use(ROOT)],
    [
      'the account, under a condition that keeps nobody apart',
      administration(ROOT),
      use(ROOT, { StringEquals: { 'kms:CallerAccount': '111122223333' } }),
    ],
    [
      'the account, under a condition that any service meets',
      administration(ROOT),
      use(ROOT, { StringLike: { 'kms:ViaService': '*' } }),
    ],
  ])('refuses %s in two statements', (_, one, other) => {
    expect(key(one, other)).toHaveLength(1);
    expect(key(other, one)).toHaveLength(1);
  });

  it("refuses a key without a policy, which is KMS's own, and one that the template does not tell", () => {
    expect(againstResource(keyAdministrationApart, 'AWS::KMS::Key')).toEqual([
      expect.stringContaining('got: none'),
    ]);
    expect(
      againstResource(keyAdministrationApart, 'AWS::KMS::ReplicaKey', { KeyPolicy: { Ref: 'P' } }),
    ).toHaveLength(1);
  });

  it('judges both branches of a condition', () => {
    const KeyPolicy = {
      'Fn::If': ['Open', { Statement: allow(ROOT, 'kms:*') }, { Statement: administration(ADMIN) }],
    };
    const Resources = { Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy } } };
    expect(against(keyAdministrationApart, { Resources })).toHaveLength(1);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(keyAdministrationApart, 'AWS::KMS::Alias')).toEqual([]);
  });
});
