import { AccessAnalyzerClient } from '@aws-sdk/client-accessanalyzer';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConfigServiceClient } from '@aws-sdk/client-config-service';
import { EC2Client } from '@aws-sdk/client-ec2';
import { GuardDutyClient } from '@aws-sdk/client-guardduty';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { Macie2Client } from '@aws-sdk/client-macie2';
import { RDSClient } from '@aws-sdk/client-rds';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SecurityHubClient } from '@aws-sdk/client-securityhub';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';

export const ACCOUNT = '444455556666';

/** What AWS answers to a command, by the name of its class; an error is thrown. */
export type Answers = Readonly<Record<string, (input: never) => object>>;

/** The stub of a client, whichever commands it knows. */
interface Stub {
  callsFake(answer: (command: { readonly input: object }) => Promise<object>): unknown;
}

/** A call as it was sent. */
export interface SentCall {
  readonly name: string;
  readonly input: object;
}

const CLIENTS = [
  AccessAnalyzerClient,
  CloudFormationClient,
  CloudTrailClient,
  CloudWatchLogsClient,
  ConfigServiceClient,
  EC2Client,
  GuardDutyClient,
  IAMClient,
  KMSClient,
  LambdaClient,
  Macie2Client,
  RDSClient,
  S3Client,
  S3ControlClient,
  SecurityHubClient,
  ServiceQuotasClient,
  SNSClient,
  SSMClient,
  STSClient,
];

/** An error as AWS gives it. */
export function awsError(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

/** Puts an account in the place of AWS; what it has no answer for is refused. */
export function fakeAccount(answers: Answers): readonly SentCall[] {
  const sent: SentCall[] = [];
  const answer = async (name: string, input: object): Promise<object> => {
    sent.push({ name, input });
    const given = answers[name];
    const result = given === undefined ? awsError('AccessDeniedException') : given(input as never);
    if (result instanceof Error) throw result;
    return result;
  };
  for (const Client of CLIENTS) {
    const stub = mockClient(Client as unknown as typeof STSClient).send as unknown as Stub;
    stub.callsFake((command) => answer(command.constructor.name, command.input));
  }
  // AWS Artifact is asked by fetch.
  globalThis.fetch = async (url) => {
    try {
      const { searchParams } = new URL(String(url));
      return Response.json(await answer('ListCustomerAgreements', Object.fromEntries(searchParams)));
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      return new Response('{}', { status: 403, headers: { 'x-amzn-errortype': `${name}:` } });
    }
  };
  return sent;
}

const REAL_FETCH = globalThis.fetch;

/** Takes the account away again. */
export function restoreAws(): void {
  for (const Client of CLIENTS) mockClient(Client as unknown as typeof STSClient).restore();
  globalThis.fetch = REAL_FETCH;
}
