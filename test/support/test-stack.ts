import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';

/** The feature flags of cdk.json, which tests do not get by themselves; functions are not bundled, for speed. */
export const CDK_CONTEXT: Readonly<Record<string, unknown>> = {
  ...JSON.parse(readFileSync(`${__dirname}/../../cdk.json`, 'utf8')).context,
  'aws:cdk:bundling-stacks': [],
};

/** A stack of a small app with the project's feature flags and without CDK's schema validation, for speed. */
export function testStack(): Stack {
  const app = new App({ context: CDK_CONTEXT, builtinCloudFormationValidation: false });
  return new Stack(app, 'Test', { env: { account: '111122223333', region: 'us-east-1' } });
}

/** A key and a bucket that belong to somebody else. */
export function neighbours(stack: Stack) {
  return {
    key: Key.fromKeyArn(
      stack,
      'SomeKey',
      'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000',
    ),
    accessLogs: Bucket.fromBucketName(stack, 'SomeLogs', 'some-access-logs'),
  };
}

/** The statement with this Sid in the policy document, or an empty object. */
export function statementOf(
  document: { Statement: { Sid?: string }[] },
  sid: string,
): Record<string, unknown> {
  return document.Statement.find((statement) => statement.Sid === sid) ?? {};
}
