import type { Verdict } from '../../lib/checks/verdict';
import { hipaa } from '../support/run-command';

const BUCKET = 'Resources:\n  Data:\n    Type: AWS::S3::Bucket\n';

/** A verdict or a refusal; anything else, and a stack trace, is a fault of ours. */
async function endOf(template: string) {
  const { exitCode, stdout, stderr } = await hipaa(['check', '-', '--format', 'json'], template);
  expect(stderr).not.toMatch(/^\s+at /m);
  if (exitCode === 2) {
    expect(stdout).toBe('');
    return stderr;
  }
  const [environment] = (JSON.parse(stdout) as Verdict).environments;
  return environment?.violations.map(({ rule }) => rule) ?? [];
}

function withProperties(Type: string, properties: string): string {
  return `{"Resources":{"Subject":{"Type":"${Type}","Properties":${properties}}}}`;
}

describe('hipaa check TEMPLATE', () => {
  it('prints the verdict with the line of each resource, and ends with 1 where something is open', async () => {
    const { exitCode, stdout } = await hipaa(['check', '-'], BUCKET);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('    stdin:2  Data  AWS::S3::Bucket\n');
    expect(stdout).toContain('Notice: The list of HIPAA eligible services is of');
  });

  it('ends with 0 where nothing is open', async () => {
    const nothing = 'Resources: { Wait: { Type: AWS::CloudFormation::WaitConditionHandle } }';
    expect(await hipaa(['check', '-', '--format', 'json'], nothing)).toMatchObject({ exitCode: 0 });
  });

  it('compares expiries with the date that was given', async () => {
    const { stdout } = await hipaa(['check', '-', '--format', 'json', '--as-of', '2025-05-01'], BUCKET);
    expect(JSON.parse(stdout)).toMatchObject({
      schemaVersion: 1,
      asOf: '2025-05-01',
      environments: [{ environment: null }],
    });
  });

  it('shows results in SARIF at the line of their resource', async () => {
    const { stdout } = await hipaa(['check', '-', '--format', 'sarif'], BUCKET);
    const [result] = JSON.parse(stdout).runs[0].results;
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'stdin' },
      region: { startLine: 2 },
    });
  });

  it('ends what is broken with 2, file, line and column, and nothing on stdout', async () => {
    expect(await hipaa(['check', '-'], 'Resources:\n  A: [')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^stdin:2:\d+: the template must be well-formed YAML/),
    });
  });

  it.each([
    ['an unknown type', withProperties('AWS::No::Such', '{}')],
    ['a type that is a property of every object', withProperties('constructor', '{"a":1}')],
    [
      'prototype keys in properties',
      withProperties('AWS::S3::Bucket', '{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}'),
    ],
    [
      'a list where an object should be',
      withProperties('AWS::S3::Bucket', '{"BucketEncryption":[1,[2]],"Tags":{"a":"b"}}'),
    ],
    [
      'numbers where texts should be',
      withProperties('AWS::RDS::DBInstance', '{"Engine":5,"StorageEncrypted":[],"Port":{}}'),
    ],
    ['nulls', withProperties('AWS::KMS::Key', '{"KeyPolicy":null,"EnableKeyRotation":null}')],
    [
      'functions with wrong arguments',
      withProperties(
        'AWS::S3::Bucket',
        '{"BucketName":{"Fn::Sub":[]},"Tags":{"Fn::If":["x"]},"AccessControl":{"Fn::GetAtt":{}},"X":{"Ref":{}},"Y":{"Fn::Join":5},"Z":{"Fn::FindInMap":[{}]}}',
      ),
    ],
    [
      'tokens of the CDK',
      withProperties(
        'AWS::SNS::Topic',
        `{"TopicName":"\${Token[TOKEN.1]}","DisplayName":"\${Token[AWS.AccountId.3]}"}`,
      ),
    ],
    [
      'a policy that is anything',
      withProperties(
        'AWS::IAM::Policy',
        '{"PolicyDocument":{"Statement":{"Effect":[],"Action":{"a":1},"Principal":5,"Resource":{"Ref":"Subject"}}},"Roles":[{"Ref":"Subject"}]}',
      ),
    ],
    [
      'references in a circle',
      '{"Resources":{"A":{"Type":"AWS::SNS::Topic","Properties":{"KmsMasterKeyId":{"Ref":"B"}}},"B":{"Type":"AWS::KMS::Key","Properties":{"Description":{"Ref":"A"}}},"C":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":{"Ref":"C"}}}}}',
    ],
    [
      'metadata that lies',
      '{"Resources":{"A":{"Type":"AWS::SNS::Topic","Metadata":{"HipaaAcknowledgements":[null,5,{"rule":{}},[]],"HipaaBaseline":[]}}}}',
    ],
    [
      'a parameter that refers to itself',
      '{"Parameters":{"P":{"Type":"String","Default":{"Ref":"P"}},"Q":5},"Conditions":{"C":{"Condition":"C"}},"Mappings":{"M":5},"Resources":{"A":{"Type":"AWS::SNS::Topic","Properties":{"TopicName":{"Ref":"P"}}}}}',
    ],
  ])('gives a verdict on %s', async (_what, template) => {
    expect(await endOf(template)).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  it.each([
    [
      'prototype keys as resources',
      '{"Resources":{"__proto__":{"Type":"AWS::S3::Bucket"}}}',
      "got: '__proto__'",
    ],
    [
      'a hundred thousand resources',
      `{"Resources":{${Array.from({ length: 100_000 }, (_, i) => `"R${i}":{"Type":"AWS::SNS::Topic"}`).join()}}}`,
      'bytes, got: more',
    ],
    [
      'thousands of resources',
      `{"Resources":{${Array.from({ length: 20_000 }, (_, i) => `"R${i}":{"Type":"AWS::SNS::Topic"}`).join()}}}`,
      'entries, got: 20000',
    ],
    [
      'enormous nesting',
      withProperties('AWS::SNS::Topic', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`),
      'levels deep, got: more',
    ],
    ['nesting in YAML', `Resources: ${'['.repeat(500_000)}`, 'levels deep, got: more'],
    ['binary', '\u0000\u0001\u0002', 'the template must'],
  ])('refuses %s', async (_what, template, message) => {
    expect(await endOf(template)).toContain(message);
  });
});
