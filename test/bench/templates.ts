import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Benchmark, summarize, timeProcess } from './measure';

const ROUNDS = 5;

/** What CloudFormation takes in one template. */
const RESOURCES = 500;

/** Ten kinds of resources that rules have much to say about, and references between them. */
function largeTemplate(): object {
  const at = (index: number, attribute: string) => ({ 'Fn::GetAtt': [`R${index}`, attribute] });
  const kinds: readonly ((index: number) => object)[] = [
    () => ({ Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true, KeyPolicy: { Statement: [] } } }),
    (i) => ({
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: `bucket-${i}`, Tags: [{ Key: 'a', Value: 'b' }] },
    }),
    (i) => ({
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: `R${i - 1}` },
        PolicyDocument: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: at(i - 1, 'Arn'),
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    }),
    (i) => ({ Type: 'AWS::SNS::Topic', Properties: { KmsMasterKeyId: { Ref: `R${i - 3}` } } }),
    (i) => ({
      Type: 'AWS::SNS::Subscription',
      Properties: { Protocol: 'sqs', Endpoint: at(i + 1, 'Arn'), TopicArn: { Ref: `R${i - 1}` } },
    }),
    () => ({ Type: 'AWS::SQS::Queue', Properties: { MessageRetentionPeriod: 1209600 } }),
    () => ({
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      },
    }),
    (i) => ({
      Type: 'AWS::Lambda::Function',
      Properties: { Code: { ZipFile: 'x' }, Handler: 'i.h', Runtime: 'nodejs24.x', Role: at(i - 1, 'Arn') },
    }),
    () => ({
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      },
    }),
    () => ({
      Type: 'AWS::RDS::DBInstance',
      Properties: { Engine: 'postgres', DBInstanceClass: 'db.t4g.small' },
    }),
  ];
  const entries = Array.from({ length: RESOURCES }, (_, index) => [
    `R${index}`,
    kinds[index % kinds.length]?.(index),
  ]);
  return { Resources: Object.fromEntries(entries) };
}

/** A cold check of one template of somebody else's, as large as CloudFormation takes, beside the smallest one. */
export const TEMPLATES_BENCHMARK: Benchmark = {
  name: 'cold check of a template of 500 resources',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-templates-'));
    try {
      const files = {
        json: JSON.stringify(largeTemplate(), null, 1),
        yaml: stringify(largeTemplate()),
        one: 'Resources: { R0: { Type: AWS::SNS::Topic } }',
      };
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const time = (name: keyof typeof files) =>
        // Much is open in them: the check ends with 1.
        timeProcess(['--import', 'tsx', 'bin/hipaa.ts', 'check', join(folder, name)], 1);
      const samples = Array.from(
        { length: ROUNDS },
        () => [time('one'), time('json'), time('yaml')] as const,
      );
      return [
        summarize(
          'one resource',
          'ms',
          samples.map(([one]) => one),
        ),
        summarize(
          '500 resources, JSON',
          'ms',
          samples.map(([, json]) => json),
          'under 10000',
        ),
        summarize(
          '500 resources, YAML',
          'ms',
          samples.map(([, , yaml]) => yaml),
          'under 10000',
        ),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
