import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { connectDesk } from '../../lib/incident/connect-desk';
import type { DeskTarget } from '../../lib/incident/desk';

const sts = mockClient(STSClient);
const stacks = mockClient(CloudFormationClient);
const kms = mockClient(KMSClient);
const table = mockClient(DynamoDBClient);
const bus = mockClient(EventBridgeClient);
const lambda = mockClient(LambdaClient);
const ID = `inc-${'0'.repeat(32)}`;
const REQUEST = { kind: 'block-public-access', target: 'records', confirmed: true } as const;

const OUTPUTS = {
  RegisterTableName: 'register',
  ArchiveBucketName: 'archive',
  NameKeyArn: 'name-key',
  HeadKeyArn: 'head-key',
  LockMode: 'GOVERNANCE',
  EntityRole: 'covered-entity',
  TimeZone: 'America/New_York',
  KnownNames: '["records-db"]',
  EventBusName: 'default',
  ContainmentFunctionArn: 'contain',
};

const TARGET: DeskTarget = {
  environment: 'clinic',
  endpoint: undefined,
  region: 'us-east-1',
  names: {
    stack: undefined,
    table: undefined,
    bucket: undefined,
    signingKey: undefined,
    nameKey: undefined,
    bus: undefined,
  },
  clock: undefined,
};

function deployed(outputs: Readonly<Record<string, string>> = OUTPUTS): void {
  stacks.on(DescribeStacksCommand).resolves({
    Stacks: [
      {
        StackName: 'clinic-Response',
        CreationTime: new Date(0),
        StackStatus: 'CREATE_COMPLETE',
        Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
      },
    ],
  });
}

/** An error as the SDK makes it of an answer. */
function answerNamed(name: string): Error {
  return Object.assign(new Error('names something that nobody may see'), { name, $metadata: {} });
}

beforeEach(() => {
  for (const mock of [sts, stacks, kms, table, bus, lambda]) mock.reset();
  sts.on(GetCallerIdentityCommand).resolves({
    Account: '111122223333',
    Arn: 'arn:aws:sts::111122223333:assumed-role/Responder/somebody@example.org',
  });
  kms.on(GenerateMacCommand).resolves({ Mac: Buffer.alloc(32, 7) });
  table.on(GetItemCommand).resolves({});
  deployed();
});

describe('the desk of a deployed environment', () => {
  it('is found by the outputs of its response stack, and knows its settings', async () => {
    const desk = await connectDesk(TARGET);
    expect(stacks.commandCalls(DescribeStacksCommand)[0]?.args[0].input).toEqual({
      StackName: 'clinic-Response',
    });
    expect(await desk.store.get(ID)).toBeUndefined();
    expect(table.commandCalls(GetItemCommand)[0]?.args[0].input.TableName).toBe('register');
    expect(desk.settings).toMatchObject({
      environment: 'clinic',
      role: 'covered-entity',
      timeZone: 'America/New_York',
    });
    expect([...desk.settings.names.knownNames]).toEqual(['records-db']);
  });

  it('knows who works at it by a reference, never by a name', async () => {
    const { by } = await connectDesk(TARGET);
    expect(by).toMatch(/^arn:aws:sts::111122223333:assumed-role\/tok-[a-p]{20}$/);
  });

  it('takes names that were given over those of the stack', async () => {
    const desk = await connectDesk({
      ...TARGET,
      names: { ...TARGET.names, table: 'other', stack: 'another' },
    });
    await desk.store.get(ID);
    expect(table.commandCalls(GetItemCommand)[0]?.args[0].input.TableName).toBe('other');
    expect(stacks.commandCalls(DescribeStacksCommand)[0]?.args[0].input).toEqual({ StackName: 'another' });
  });

  it.each(Object.keys(OUTPUTS).filter((name) => name !== 'ContainmentFunctionArn'))(
    'is not opened without the output %s, and says so',
    async (name) => {
      deployed(Object.fromEntries(Object.entries(OUTPUTS).filter(([key]) => key !== name)));
      await expect(connectDesk(TARGET)).rejects.toMatchObject({
        exitCode: 3,
        message: expect.stringMatching(new RegExp(`clinic-Response has no usable output .*${name}`)),
      });
    },
  );

  it.each([
    ['KnownNames', 'no list'],
    ['LockMode', 'NONE'],
    ['EntityRole', 'somebody'],
  ])('is not opened where %s is %s', async (name, value) => {
    deployed({ ...OUTPUTS, [name]: value });
    await expect(connectDesk(TARGET)).rejects.toMatchObject({ exitCode: 3 });
  });

  it.each([
    ['ExpiredToken', 2, 'AWS did not accept the credentials'],
    ['CredentialsProviderError', 2, 'No AWS credentials were found'],
    ['AccessDenied', 2, 'The credentials may not do this'],
    ['TimeoutError', 3, 'Nothing answers'],
    ['ThrottlingException', 3, 'run it again in a minute'],
    ['InternalFailure', 3, 'AWS answered with InternalFailure'],
  ])('ends %s with %s and a sentence of ours', async (name, exitCode, message) => {
    sts.on(GetCallerIdentityCommand).rejects(answerNamed(name));
    await expect(connectDesk(TARGET)).rejects.toMatchObject({
      name: 'DeskError',
      exitCode,
      message: expect.stringContaining(message),
    });
    await expect(connectDesk(TARGET)).rejects.not.toMatchObject({
      message: expect.stringContaining('nobody'),
    });
  });

  it('says where a stack is missing', async () => {
    stacks.on(DescribeStacksCommand).rejects(answerNamed('ValidationError'));
    await expect(connectDesk(TARGET)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('There is no stack clinic-Response in this account and region'),
    });
  });

  it('explains what fails later in the same way', async () => {
    const desk = await connectDesk(TARGET);
    table.on(GetItemCommand).rejects(answerNamed('AccessDeniedException'));
    await expect(desk.store.get(ID)).rejects.toMatchObject({ name: 'DeskError', exitCode: 2 });
  });

  it('puts a test on the bus of the stack', async () => {
    bus.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
    const desk = await connectDesk(TARGET);
    await desk.sendPathMessage({ kind: 'test', id: '0'.repeat(32), sentAt: '2026-03-04T15:00:00.000Z' });
    expect(bus.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries?.[0]).toMatchObject({
      EventBusName: 'default',
      Source: 'hipaa.baseline',
      DetailType: 'Test Alert',
    });
  });
});

describe('containment', () => {
  const answer = (value: unknown, FunctionError?: string) =>
    lambda.on(InvokeCommand).resolves({
      Payload: Object.assign(Uint8Array.from(Buffer.from(JSON.stringify(value))), {
        transformToString: () => '',
      }),
      ...(FunctionError !== undefined && { FunctionError }),
    });

  it('is done by the function that may, in the name of whoever asks', async () => {
    answer({ outcome: 'planned', changes: ['Public access is blocked.'], refusals: [] });
    const desk = await connectDesk(TARGET);
    expect(await desk.containment.plan(ID, REQUEST)).toMatchObject({
      changes: ['Public access is blocked.'],
    });
    const { FunctionName, Payload } = lambda.commandCalls(InvokeCommand)[0]?.args[0].input ?? {};
    expect(FunctionName).toBe('contain');
    expect(JSON.parse(Buffer.from(Payload instanceof Uint8Array ? Payload : []).toString())).toEqual({
      action: 'plan',
      incidentId: ID,
      by: desk.by,
      ...REQUEST,
    });
  });

  it('repeats what the function says of the input, and nothing else of its errors', async () => {
    const desk = await connectDesk(TARGET);
    answer(
      { errorType: 'RangeError', errorMessage: "'target' must be a bucket, got: something else" },
      'Unhandled',
    );
    await expect(desk.containment.plan(ID, REQUEST)).rejects.toThrow("'target' must be a bucket");
    answer({ errorType: 'Error', errorMessage: 'something that nobody may see' }, 'Unhandled');
    await expect(desk.containment.undo(ID, '1', 'records')).rejects.toMatchObject({
      name: 'DeskError',
      message: expect.not.stringContaining('nobody'),
    });
    answer({ outcome: 'odd' });
    await expect(desk.containment.apply(ID, REQUEST)).rejects.toThrow('of the same version');
  });

  it('is refused where the environment switched nothing on', async () => {
    const { ContainmentFunctionArn: _, ...outputs } = OUTPUTS;
    deployed(outputs);
    const { containment } = await connectDesk(TARGET);
    expect(await containment.apply(ID, REQUEST)).toMatchObject({
      outcome: 'refused',
      refusals: [{ reason: 'no action is switched on in this environment' }],
    });
    expect(lambda.calls()).toEqual([]);
  });
});
