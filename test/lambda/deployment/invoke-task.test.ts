import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { invokeTask } from '../../../lambda/deployment/invoke-task';
import { readRequest } from '../../../lambda/shared/cloudformation/cloudformation-request';
import { request } from './requests';

const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:sandbox-Records-Migration1A2B';
const lambda = mockClient(LambdaClient);
const task = invokeTask(new LambdaClient({ region: 'us-east-1' }));

const ask = (changes = {}) => {
  const asked = readRequest(
    request({ ResourceProperties: { FunctionArn: FUNCTION, Fingerprint: 'x' }, ...changes }),
  );
  if (asked === undefined) throw new Error("'changes' must leave a request");
  return asked;
};

beforeEach(() => lambda.reset());

describe('running a function while deploying', () => {
  it('waits for the function and keeps its name', async () => {
    lambda.on(InvokeCommand).resolves({ StatusCode: 200 });
    await expect(task.apply(ask())).resolves.toBe('run/sandbox-Records-Migration1A2B');
    expect(lambda.commandCalls(InvokeCommand)[0]?.args[0].input).toEqual({
      FunctionName: FUNCTION,
      InvocationType: 'RequestResponse',
    });
  });

  it('fails where the function fails, without a word of what it said', async () => {
    lambda.on(InvokeCommand).resolves({
      StatusCode: 200,
      FunctionError: 'Unhandled',
      Payload: Buffer.from('{"errorMessage":"duplicate key (Jane Roe)"}') as never,
    });
    await expect(task.apply(ask())).rejects.toThrow(
      'The function failed; its own log has the type of the error',
    );
  });

  it('undoes nothing', async () => {
    await task.remove(ask({ RequestType: 'Delete', PhysicalResourceId: 'run/x' }));
    expect(lambda.calls()).toEqual([]);
  });

  it.each([undefined, 'Migration', 'arn:aws:s3:::bucket', `${FUNCTION}:1`])(
    'runs nothing for %j',
    async (FunctionArn) => {
      await expect(task.apply(ask({ ResourceProperties: { FunctionArn } }))).rejects.toThrow(
        "'FunctionArn' must be the ARN of a function",
      );
      expect(lambda.calls()).toEqual([]);
    },
  );
});
