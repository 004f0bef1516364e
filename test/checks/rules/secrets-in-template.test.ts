import { secretsInTemplate } from '../../../lib/checks/rules/secrets-in-template';
import { against, againstResource } from './subject';

const PARAMETERS = { Shown: { Type: 'String' }, Hidden: { Type: 'String', NoEcho: true } };

function password(MasterUserPassword: unknown): readonly string[] {
  return against(secretsInTemplate, {
    Parameters: PARAMETERS,
    Resources: { Database: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword } } },
  });
}

function template(parts: object): readonly string[] {
  return against(secretsInTemplate, {
    Resources: { First: { Type: 'AWS::SNS::Topic' }, Second: { Type: 'AWS::SNS::Topic' } },
    ...parts,
  });
}

describe('Baseline-SecretsInTemplate', () => {
  it.each([
    [undefined],
    ['{{resolve:secretsmanager:records:SecretString:password}}'],
    ['{{resolve:ssm-secure:/records/password:1}}'],
    [{ 'Fn::Sub': '{{resolve:secretsmanager:$' + '{Secret}:SecretString:password}}' }],
    [{ Ref: 'Hidden' }],
    [{ 'Fn::ImportValue': 'password' }],
  ])('accepts the password %j', (value) => {
    expect(password(value)).toEqual([]);
  });

  it.each([
    ['hunter2', 'a text'],
    ['/hunter2', 'a text'],
    ['{{resolve:ssm:/records/password}}', 'a text'],
    [{ 'Fn::Join': ['', ['hunter', '2']] }, 'a text'],
    [{ Ref: 'Shown' }, 'a parameter without NoEcho'],
    [{ 'Fn::If': ['Test', 'hunter2', { Ref: 'Hidden' }] }, 'a text'],
  ])('refuses the password %j, and does not repeat it', (value, found) => {
    const messages = password(value);
    expect(messages).toEqual([`'MasterUserPassword' must not be in the template, got: ${found}.`]);
    expect(messages.join()).not.toContain('hunter');
  });

  it.each([
    ['AWS::SecretsManager::Secret', { SecretString: '{"password":"hunter2"}' }],
    ['AWS::AmazonMQ::Broker', { Users: [{ Username: 'a', Password: 'hunter2' }] }],
    ['AWS::ElastiCache::User', { Passwords: ['hunter2'] }],
    ['AWS::IAM::User', { LoginProfile: { Password: 'hunter2' } }],
    ['AWS::SSM::Parameter', { Name: '/records/database/password', Value: 'hunter2' }],
    ['AWS::EC2::Instance', { UserData: { 'Fn::Base64': ['AKIA', 'IOSFODNN7EXAMPLE'].join('') } }],
    ['AWS::Lambda::Function', { Code: { ZipFile: ['-----BEGIN PRIVATE ', 'KEY-----'].join('') } }],
  ])('looks into %s', (type, properties) => {
    expect(againstResource(secretsInTemplate, type, properties)).toHaveLength(1);
  });

  it.each([
    ['AWS::SecretsManager::Secret', { SecretString: '{}' }],
    ['AWS::SecretsManager::Secret', { GenerateSecretString: {} }],
    ['AWS::SSM::Parameter', { Name: '/records/endpoint', Value: 'records.example' }],
  ])('leaves %s with %j alone', (type, properties) => {
    expect(againstResource(secretsInTemplate, type, properties)).toEqual([]);
  });

  it.each([
    [{ DbPassword: { Type: 'String', Default: 'hunter2' } }, 1],
    [{ Anything: { Type: 'String', NoEcho: 'true', Default: 'hunter2' } }, 1],
    [{ Anything: { Type: 'String', Default: ['AKIA', 'IOSFODNN7EXAMPLE'].join('') } }, 1],
    [{ DbPassword: { Type: 'String' }, Name: { Type: 'String', Default: 'records' } }, 0],
    [{ DbPassword: { Type: 'String', NoEcho: true, Default: '' } }, 0],
    [
      {
        BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk-bootstrap/x/version' },
      },
      0,
    ],
  ])('judges the parameters %j, once', (Parameters, count) => {
    const messages = template({ Parameters });
    expect(messages).toHaveLength(count);
    expect(messages.join()).not.toContain('hunter2');
  });

  it.each([
    [{ Value: { Ref: 'Hidden' } }, 1],
    [{ Value: '{{resolve:secretsmanager:records:SecretString:password}}' }, 1],
    [{ Value: { 'Fn::GetAtt': ['AccessKey', 'SecretAccessKey'] } }, 1],
    [{ Value: 'hunter2' }, 1],
    [{ Value: { 'Fn::GetAtt': ['Secret', 'Arn'] } }, 0],
    [{ Value: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:x' }, 0],
    [{}, 0],
  ])('judges the output %j, once', (output, count) => {
    expect(template({ Parameters: PARAMETERS, Outputs: { DbPassword: output } })).toHaveLength(count);
  });
});
