import { RemovalPolicy } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EncryptionKey, type EncryptionKeyProps } from '../../lib/constructs/encryption-key';
import { statementOf, testStack } from '../support/test-stack';

function keyTemplate(props: Partial<EncryptionKeyProps> = {}): Template {
  const stack = testStack();
  new EncryptionKey(stack, 'Key', {
    purpose: 'a test',
    usedThrough: ['s3', 'rds'],
    removalPolicy: RemovalPolicy.RETAIN,
    ...props,
  });
  return Template.fromStack(stack);
}

function policyOf(template: Template) {
  return Object.values(template.findResources('AWS::KMS::Key'))[0]?.Properties.KeyPolicy;
}

describe('EncryptionKey', () => {
  it('rotates each year, waits 30 days before deletion and outlives its stack', () => {
    keyTemplate().hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true, RotationPeriodInDays: 365, PendingWindowInDays: 30 },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('lets nobody use it but through the named services', () => {
    const policy = policyOf(keyTemplate());
    expect(JSON.stringify(statementOf(policy, 'UseThroughServices'))).toMatch(/s3\..*rds\./);
    expect(statementOf(policy, 'UseThroughServices')).toMatchObject({
      Condition: { StringEquals: { 'kms:ViaService': expect.any(Array) } },
    });
    expect(statementOf(policy, 'GrantsForServiceResources')).toMatchObject({
      Action: 'kms:CreateGrant',
      Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
    });
  });

  it('keeps administration apart from use', () => {
    const administration = statementOf(policyOf(keyTemplate()), 'Administration').Action as string[];
    const using = /^kms:(\*|Decrypt|Encrypt|ReEncrypt|GenerateDataKey|CreateGrant)/;
    expect(administration.filter((action) => using.test(action))).toEqual([]);
    expect(administration).toContain('kms:PutKeyPolicy');
    expect(administration.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('limits administration to the named principals and the deployment role', () => {
    const arn = 'arn:aws:iam::111122223333:role/KeyAdministrator';
    const named = statementOf(policyOf(keyTemplate({ administratorArns: [arn] })), 'Administration');
    expect(JSON.stringify(named.Condition)).toContain(arn);
    expect(JSON.stringify(named.Condition)).toContain('cfn-exec-role');
    expect(statementOf(policyOf(keyTemplate()), 'Administration').Condition).toBeUndefined();
  });

  it('lets services look it up for whoever calls them, however narrow its administration is', () => {
    const policy = policyOf(
      keyTemplate({ administratorArns: ['arn:aws:iam::111122223333:role/KeyAdministrator'] }),
    );
    expect(statementOf(policy, 'Description')).toMatchObject({ Action: 'kms:DescribeKey' });
    expect(statementOf(policy, 'Description').Condition).toBeUndefined();
  });

  it('trusts no principal outside the account', () => {
    keyTemplate().hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: { Statement: Match.not(Match.arrayWith([Match.objectLike({ Principal: '*' })])) },
    });
    expect(JSON.stringify(policyOf(keyTemplate()))).not.toContain('"AWS":"*"');
  });
});
