import { secretsInEnvironment } from '../../../lib/checks/rules/secrets-in-environment';
import { against, againstResource } from './subject';

function withVariable(name: string, value: unknown, rest: object = {}): readonly string[] {
  return against(secretsInEnvironment, {
    Parameters: {
      Shown: { Type: 'String' },
      Hidden: { Type: 'String', NoEcho: true },
      Default: { Type: 'String', Default: 'hunter2' },
      SecretArn: { Type: 'String' },
    },
    Resources: {
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: { Environment: { Variables: { [name]: value } } },
      },
      Secret: { Type: 'AWS::SecretsManager::Secret' },
      ...rest,
    },
  });
}

const RESOLVED = {
  'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: 'Secret' }, ':SecretString:password::}}']],
};

describe('Baseline-SecretsInEnvironment', () => {
  it.each([
    ['TABLE', 'records'],
    ['DB_PASSWORD', { Ref: 'Secret' }],
    ['DB_PASSWORD', { Ref: 'SecretArn' }],
    ['DB_SECRET_ARN', 'arn:aws:secretsmanager:us-east-1:111122223333:secret:x'],
    ['DB_PASSWORD', '/records/database/password'],
    ['DB_PASSWORD', { 'Fn::ImportValue': 'secret' }],
    ['DB_PASSWORD', ''],
    ['USE_TOKEN', 'true'],
    ['NAME', { Ref: 'Shown' }],
  ])('accepts %s = %j', (name, value) => {
    expect(withVariable(name, value)).toEqual([]);
  });

  it.each([
    ['DB_PASSWORD', 'hunter2', 'a text'],
    ['apiKey', 'hunter2', 'a text'],
    ['DB_PASSWORD', { Ref: 'Default' }, 'a text'],
    ['DB_PASSWORD', { 'Fn::If': ['Test', 'hunter2', { Ref: 'AWS::NoValue' }] }, 'a text'],
    ['DB_PASSWORD', { Ref: 'Shown' }, 'a parameter'],
    ['ANYTHING', { Ref: 'Hidden' }, 'a parameter with NoEcho'],
    ['ANYTHING', RESOLVED, 'a secret that the deployment writes there'],
    ['ANYTHING', '{{resolve:ssm-secure:/x}}', 'a secret that the deployment writes there'],
    ['KEY', { 'Fn::GetAtt': ['AccessKey', 'SecretAccessKey'] }, 'an attribute'],
    ['URL', ['postgres://app:', 'hunter2', '@db.example/records'].join(''), 'a text with a secret in it'],
    [
      'URL',
      { 'Fn::Sub': ['postgres://app:', 'hunter2', '@$', '{Secret}/records'].join('') },
      'a text with a secret',
    ],
  ])('refuses %s = %j, and does not repeat the value', (name, value, found) => {
    const messages = withVariable(name, value);
    expect(messages).toEqual([
      expect.stringContaining(`The variable '${name}' must hold no secret, got: ${found}`),
    ]);
    expect(messages.join()).not.toContain('hunter2');
  });

  const pair = [{ Name: 'DB_PASSWORD', Value: 'hunter2' }];
  it.each([
    ['AWS::ECS::TaskDefinition', { ContainerDefinitions: [{}, { Environment: pair }] }],
    ['AWS::CodeBuild::Project', { Environment: { EnvironmentVariables: pair } }],
    ['AWS::Batch::JobDefinition', { ContainerProperties: { Environment: pair } }],
    [
      'AWS::AppRunner::Service',
      {
        SourceConfiguration: {
          ImageRepository: { ImageConfiguration: { RuntimeEnvironmentVariables: pair } },
        },
      },
    ],
    ['AWS::SageMaker::Model', { PrimaryContainer: { Environment: { DB_PASSWORD: 'hunter2' } } }],
    ['AWS::CloudFormation::Stack', { Parameters: { DbPassword: 'hunter2' } }],
    [
      'AWS::ElasticBeanstalk::Environment',
      { OptionSettings: [{ Namespace: 'n', OptionName: 'DB_PASSWORD', Value: 'hunter2' }] },
    ],
    ['AWS::Glue::Job', { DefaultArguments: { '--db-password': 'hunter2' } }],
  ])('looks into %s', (type, properties) => {
    expect(againstResource(secretsInEnvironment, type, properties)).toHaveLength(1);
  });

  it('leaves alone what a task or a build takes from a store of secrets', () => {
    const secrets = {
      ContainerDefinitions: [{ Secrets: [{ Name: 'DB_PASSWORD', ValueFrom: 'arn:aws:x' }] }],
    };
    const stored = [{ Name: 'DB_PASSWORD', Type: 'SECRETS_MANAGER', Value: 'records/database' }];
    expect(againstResource(secretsInEnvironment, 'AWS::ECS::TaskDefinition', secrets)).toEqual([]);
    expect(
      againstResource(secretsInEnvironment, 'AWS::CodeBuild::Project', {
        Environment: { EnvironmentVariables: stored },
      }),
    ).toEqual([]);
    expect(againstResource(secretsInEnvironment, 'AWS::SNS::Topic', { Environment: pair })).toEqual([]);
  });
});
