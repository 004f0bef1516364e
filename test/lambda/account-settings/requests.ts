import { mockClient } from 'aws-sdk-client-mock';
import { createHandler } from '../../../lambda/account-settings/answer-requests';
import { createClients } from '../../../lambda/account-settings/clients';
import { createLog } from '../../../lambda/shared/log/log';

/** An address that must never leave the function but as the address of the answer. */
export const SECRET_ADDRESS = 'https://answers.s3.amazonaws.com/stack?X-Amz-Signature=0123456789abcdef';

/** Everything around the handler, with what it wrote. */
export function surroundings() {
  process.env.AWS_REGION = 'us-east-1';
  const clients = createClients();
  const answers: { readonly address: string; readonly body: Readonly<Record<string, string>> }[] = [];
  const lines: string[] = [];
  const put = async (address: string, body: string): Promise<void> => {
    answers.push({ address, body: JSON.parse(body) });
  };
  const pauses: number[] = [];
  const wait = async (ms: number): Promise<void> => {
    pauses.push(ms);
  };
  const handle = createHandler({ clients, put, wait, log: createLog((line) => lines.push(line)) });
  return {
    answers,
    clients,
    lines,
    pauses,
    ec2: mockClient(clients.ec2),
    iam: mockClient(clients.iam),
    macie: mockClient(clients.macie),
    s3: mockClient(clients.s3),
    ssm: mockClient(clients.ssm),
    /** Sends a request through the handler and gives back the last answer. */
    ask: async (event: object) => {
      await handle(event, { getRemainingTimeInMillis: () => 120_000 });
      return answers.at(-1)?.body;
    },
  };
}

/** A request of CloudFormation for a setting. */
export function request(
  type: 'Create' | 'Update' | 'Delete',
  setting: string,
  wanted: unknown,
  more: Readonly<Record<string, unknown>> & { readonly mode?: 'manage' | 'adopt' } = {},
) {
  const { mode = 'manage', ...rest } = more;
  return {
    RequestType: type,
    ResponseURL: SECRET_ADDRESS,
    StackId: 'arn:aws:cloudformation:us-east-1:111122223333:stack/sandbox-Detection/0',
    RequestId: 'request-1',
    LogicalResourceId: 'TheSetting',
    ...(type !== 'Create' && { PhysicalResourceId: `account-setting/${setting}` }),
    ResourceProperties: {
      ServiceToken: 'arn:aws:lambda:us-east-1:111122223333:function:some',
      Setting: setting,
      Mode: mode,
      Record: `/hipaa-baseline/sandbox/account-settings/${setting}`,
      Wanted: wanted,
    },
    ...rest,
  };
}

/** An error as the SDK throws it: a type, and a text with what is nobody's business. */
export function serviceError(
  name: string,
  message = 'arn:aws:iam::111122223333:user/somebody may not',
): Error {
  return Object.assign(new Error(message), { name });
}
