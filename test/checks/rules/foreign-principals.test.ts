import { foreignPrincipals } from '../../../lib/checks/rules/foreign-principals';
import { against, againstResource } from './subject';

/** A placeholder, as `Fn::Sub` writes it. */
const own = (text: string) => ({ 'Fn::Sub': text.replace('ACCOUNT', '$' + '{AWS::AccountId}') });
const FOREIGN = 'arn:aws:iam::999988887777:root';

const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: { Statement: [] } } };

function bucketPolicy(...Statement: object[]): readonly string[] {
  return against(foreignPrincipals, {
    Resources: {
      Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: { Statement } } },
      Role: role,
    },
    Parameters: { Other: { Type: 'String' }, Here: { Type: 'String', Default: FOREIGN } },
  });
}

function allowing(Principal: unknown, Condition?: object): readonly string[] {
  return bucketPolicy({
    Effect: 'Allow',
    Principal,
    Action: 's3:GetObject',
    Resource: '*',
    ...(Condition && { Condition }),
  });
}

describe('Baseline-ForeignPrincipals', () => {
  it.each([
    [{ AWS: own('arn:aws:iam::ACCOUNT:root') }],
    [{ AWS: { Ref: 'AWS::AccountId' } }],
    [{ AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } }],
    [{ AWS: { 'Fn::ImportValue': 'role' } }],
    [{ AWS: { 'Fn::GetStackOutput': { StackName: 's', OutputName: 'RoleArn' } } }],
    [{ AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1' }],
    [{ Service: 'cloudtrail.amazonaws.com' }],
    [{ CanonicalUser: { 'Fn::GetAtt': ['Role', 'S3CanonicalUserId'] } }],
  ])('accepts the principal %j', (principal) => {
    expect(allowing(principal)).toEqual([]);
  });

  it.each([
    ['*', 'everybody'],
    [{ AWS: '*' }, 'everybody'],
    [{ AWS: ['arn:aws:iam::*:role/reader'] }, 'everybody'],
    [{ AWS: FOREIGN }, 'account 999988887777'],
    [{ AWS: '999988887777' }, 'account 999988887777'],
    [{ AWS: { Ref: 'Here' } }, 'account 999988887777'],
    [{ AWS: { Ref: 'Other' } }, 'does not show to be ours'],
    [{ AWS: { 'Fn::Sub': 'arn:aws:iam::$' + '{Other}:root' } }, 'does not show to be ours'],
    [{ CanonicalUser: '79a59df900b949e55d96a1e698fbaced' }, 'does not show to be ours'],
    [{ Service: '*' }, 'every AWS service'],
    [{ Federated: '*' }, 'every identity provider'],
  ])('refuses the principal %j', (principal, message) => {
    expect(allowing(principal)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    [{ StringEquals: { 'aws:PrincipalOrgID': 'o-abc123' } }],
    [{ StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } }],
    [{ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-abc123/*'] } }],
    [{ ArnLike: { 'aws:PrincipalArn': own('arn:aws:iam::ACCOUNT:role/*') } }],
    [{ ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::records' } }],
    [{ StringEquals: { 'aws:SourceVpce': 'vpce-1' } }],
    [{ Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } }],
  ])('accepts everybody whom %j narrows to our own', (condition) => {
    expect(allowing('*', condition)).toEqual([]);
  });

  it.each([
    [{ StringEquals: { 'aws:PrincipalOrgID': '*' } }],
    [{ StringLike: { 'aws:PrincipalOrgID': 'o-*' } }],
    [{ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc123' } }],
    [{ StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc123' } }],
    [{ 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': ['o-abc123/*'] } }],
    [{ StringEquals: { 'aws:SourceAccount': '999988887777' } }],
    [{ StringEquals: { 'aws:SourceAccount': [{ Ref: 'AWS::AccountId' }, '999988887777'] } }],
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }],
    [{ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/admin' } }],
    [{ IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    [{ StringEquals: { 'sts:ExternalId': 'x' } }],
    [{ StringEquals: {} }],
  ])('refuses everybody whom %j does not narrow', (condition) => {
    expect(allowing('*', condition)).toEqual([expect.stringContaining('everybody')]);
  });

  it('accepts everybody where another statement denies outsiders the same', () => {
    const allow = {
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::records/*',
    };
    const deny = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abc123' } },
    };
    const exempt = { ...deny.Condition, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
    expect(bucketPolicy(allow, deny)).toEqual([]);
    expect(bucketPolicy(allow, { ...deny, Condition: exempt })).toEqual([]);
    for (const weaker of [
      { Action: 's3:PutObject' },
      { Resource: 'arn:aws:s3:::other/*' },
      { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': '*' } } },
      { Condition: { ...deny.Condition, StringEquals: { 'aws:RequestedRegion': 'us-east-1' } } },
      { Principal: { AWS: FOREIGN } },
    ]) {
      expect(bucketPolicy(allow, { ...deny, ...weaker })).toHaveLength(1);
    }
  });

  it('reads NotPrincipal as everybody else, and an effect that is not told as one that allows', () => {
    expect(
      bucketPolicy({ Effect: 'Allow', NotPrincipal: { AWS: FOREIGN }, Action: '*', Resource: '*' }),
    ).toEqual([expect.stringContaining('NotPrincipal')]);
    expect(
      bucketPolicy({ Effect: { Ref: 'Effect' }, Principal: '*', Action: '*', Resource: '*' }),
    ).toHaveLength(1);
    expect(bucketPolicy({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' })).toEqual([]);
  });

  it('lets the accounts of AWS that deliver logs write, and nothing more', () => {
    const delivery = (Action: string) =>
      bucketPolicy({
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::127311923021:root' },
        Action,
        Resource: '*',
      });
    expect(delivery('s3:PutObject')).toEqual([]);
    expect(delivery('s3:GetObject')).toHaveLength(1);
    expect(delivery('s3:*')).toHaveLength(1);
  });

  it('knows the account that a key is administered by, or that the metadata names, for its own', () => {
    const ours = 'arn:aws:iam::111122223333:root';
    const policy = {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        PolicyDocument: {
          Statement: { Effect: 'Allow', Principal: { AWS: ours }, Action: '*', Resource: '*' },
        },
      },
    };
    const key = (...AWS: unknown[]) => ({
      Type: 'AWS::KMS::Key',
      Properties: {
        KeyPolicy: { Statement: { Effect: 'Allow', Principal: { AWS }, Action: 'kms:*', Resource: '*' } },
      },
    });
    const judged = (resources: object, Metadata: object = {}) =>
      against(foreignPrincipals, { Metadata, Resources: { Policy: policy, ...resources } });
    expect(judged({})).toHaveLength(1);
    expect(judged({ Key: key(ours) })).toEqual([]);
    expect(judged({ Key: key(ours, own('arn:aws:iam::ACCOUNT:root')) })).toHaveLength(1);
    expect(judged({}, { HipaaBaseline: { account: '111122223333' } })).toEqual([]);
    expect(judged({}, { HipaaBaseline: { account: '444455556666' } })).toHaveLength(1);
  });

  it.each([
    ['AWS::SecretsManager::ResourcePolicy', (document: unknown) => ({ ResourcePolicy: document })],
    ['AWS::SNS::TopicPolicy', (document: unknown) => ({ PolicyDocument: document })],
    ['AWS::SQS::QueuePolicy', (document: unknown) => ({ PolicyDocument: document })],
    ['AWS::Backup::BackupVault', (document: unknown) => ({ AccessPolicy: document })],
    ['AWS::ECR::Repository', (document: unknown) => ({ RepositoryPolicyText: document })],
    ['AWS::OpenSearchService::Domain', (document: unknown) => ({ AccessPolicies: document })],
    ['AWS::EFS::FileSystem', (document: unknown) => ({ FileSystemPolicy: document })],
    ['AWS::IAM::Role', (document: unknown) => ({ AssumeRolePolicyDocument: document })],
    [
      'AWS::DynamoDB::GlobalTable',
      (document: unknown) => ({ Replicas: [{}, { ResourcePolicy: { PolicyDocument: document } }] }),
    ],
    ['AWS::Logs::ResourcePolicy', (document: unknown) => ({ PolicyDocument: JSON.stringify(document) })],
  ])('reads the policy of %s', (type, properties) => {
    const document = (AWS: unknown) => ({
      Statement: { Effect: 'Allow', Principal: { AWS }, Action: '*', Resource: '*' },
    });
    expect(againstResource(foreignPrincipals, type, properties(document(FOREIGN)))).toHaveLength(1);
    expect(againstResource(foreignPrincipals, type, properties(document('$' + '{AWS::AccountId}')))).toEqual(
      [],
    );
    expect(againstResource(foreignPrincipals, type, properties({ Ref: 'Policy' }))).toEqual([
      expect.stringContaining('does not'),
    ]);
    expect(againstResource(foreignPrincipals, type, {})).toEqual([]);
  });

  it.each([
    [{ Principal: 'events.amazonaws.com' }, 0],
    [{ Principal: { 'Fn::Sub': 'logs.$' + '{AWS::Region}.amazonaws.com' } }, 0],
    [{ Principal: { Ref: 'AWS::AccountId' } }, 0],
    [{ Principal: '*', PrincipalOrgID: 'o-abc123' }, 0],
    [{ Principal: '*', SourceAccount: { Ref: 'AWS::AccountId' } }, 0],
    [{ Principal: '*' }, 1],
    [{ Principal: '999988887777' }, 1],
    [{ Principal: '*', SourceAccount: '999988887777' }, 1],
  ])('judges the permission %j of a function', (properties, count) => {
    expect(againstResource(foreignPrincipals, 'AWS::Lambda::Permission', properties)).toHaveLength(count);
  });

  it.each([
    [{ Principal: '*' }, 1],
    [
      { Principal: '*', Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-abc123' } },
      0,
    ],
    [{ Statement: { Effect: 'Allow', Principal: { AWS: FOREIGN }, Action: 'events:PutEvents' } }, 1],
  ])('judges the policy %j of an event bus', (properties, count) => {
    expect(againstResource(foreignPrincipals, 'AWS::Events::EventBusPolicy', properties)).toHaveLength(count);
  });

  it('judges the trust of a role in identity providers', () => {
    const trusting = (Federated: unknown, StringEquals: object) =>
      against(foreignPrincipals, {
        Resources: {
          Provider: {
            Type: 'AWS::IAM::OIDCProvider',
            Properties: { Url: 'https://token.actions.githubusercontent.com' },
          },
          Saml: { Type: 'AWS::IAM::SAMLProvider' },
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              AssumeRolePolicyDocument: {
                Statement: {
                  Effect: 'Allow',
                  Principal: { Federated },
                  Action: 'sts:AssumeRoleWithWebIdentity',
                  Condition: { StringEquals },
                },
              },
            },
          },
        },
      });
    const github = 'token.actions.githubusercontent.com';
    expect(trusting({ Ref: 'Saml' }, {})).toEqual([]);
    expect(trusting({ Ref: 'Provider' }, { [`${github}:sub`]: 'repo:us/app:ref:refs/heads/main' })).toEqual(
      [],
    );
    expect(trusting({ Ref: 'Provider' }, { [`${github}:aud`]: 'sts.amazonaws.com' })).toHaveLength(1);
    expect(trusting({ Ref: 'Provider' }, { [`${github}:sub`]: 'repo:*' })).toHaveLength(1);
    expect(trusting(own(`arn:aws:iam::ACCOUNT:oidc-provider/${github}`), {})).toHaveLength(1);
    expect(trusting('cognito-identity.amazonaws.com', {})).toHaveLength(1);
    expect(
      trusting('cognito-identity.amazonaws.com', { 'cognito-identity.amazonaws.com:aud': 'pool' }),
    ).toEqual([]);
    expect(trusting('arn:aws:iam::999988887777:saml-provider/x', {})).toHaveLength(1);
  });
});
