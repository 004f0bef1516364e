import {
  GetAccountPasswordPolicyCommand,
  NoSuchEntityException,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { createHandler } from '../../../lambda/account-settings/answer-requests';
import { createLog } from '../../../lambda/shared/log/log';
import { request, SECRET_ADDRESS, serviceError, surroundings } from './requests';

const WANTED = {
  MinimumPasswordLength: '14',
  RequireSymbols: 'true',
  RequireNumbers: 'true',
  RequireUppercaseCharacters: 'true',
  RequireLowercaseCharacters: 'true',
  AllowUsersToChangePassword: 'true',
  MaxPasswordAge: '90',
  PasswordReusePrevention: '24',
  HardExpiry: 'false',
};
const create = request('Create', 'password-policy', WANTED);

function account() {
  const around = surroundings();
  around.iam
    .on(GetAccountPasswordPolicyCommand)
    .rejects(new NoSuchEntityException({ message: 'none', $metadata: {} }));
  return around;
}

describe('the handler of account settings', () => {
  it('answers where and as CloudFormation asked', async () => {
    const { ask, answers } = account();
    await ask(create);
    expect(answers).toEqual([
      {
        address: SECRET_ADDRESS,
        body: {
          Status: 'SUCCESS',
          Reason: 'The setting holds',
          PhysicalResourceId: 'account-setting/password-policy',
          StackId: create.StackId,
          RequestId: 'request-1',
          LogicalResourceId: 'TheSetting',
        },
      },
    ]);
  });

  it('answers that it failed, by the type of the error alone', async () => {
    const { ask, iam, lines } = account();
    iam.on(UpdateAccountPasswordPolicyCommand).rejects(serviceError('AccessDeniedException'));
    const answer = await ask(create);
    expect(answer).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('AccessDeniedException'),
    });
    expect(JSON.stringify(answer)).not.toContain('somebody');
    expect(lines).toHaveLength(1);
    expect(lines.join()).toContain('FAILED');
  });

  it.each(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation'])(
    'waits for a permission that IAM does not know yet: %s',
    async (name) => {
      const { ask, iam, pauses } = account();
      iam
        .on(UpdateAccountPasswordPolicyCommand)
        .rejectsOnce(serviceError(name))
        .rejectsOnce(serviceError(name))
        .resolves({});
      expect(await ask(create)).toMatchObject({ Status: 'SUCCESS' });
      expect(pauses).toEqual([5000, 5000]);
    },
  );

  it('does not wait for ever, and for nothing else', async () => {
    const refused = account();
    refused.iam.on(UpdateAccountPasswordPolicyCommand).rejects(serviceError('AccessDenied'));
    expect(await refused.ask(create)).toMatchObject({ Status: 'FAILED' });
    // Together well within the function's two minutes.
    expect(refused.pauses).toEqual([5000, 5000, 5000, 5000, 5000]);

    const broken = account();
    broken.iam.on(UpdateAccountPasswordPolicyCommand).rejects(serviceError('LimitExceededException'));
    expect(await broken.ask(create)).toMatchObject({ Status: 'FAILED' });
    expect(broken.pauses).toEqual([]);
  });

  it('never writes the address of the answer, or what a service said, into its log', async () => {
    const { ask, iam, lines } = account();
    await ask(create);
    iam.on(GetAccountPasswordPolicyCommand).rejects(serviceError('Odd name: somebody'));
    await ask(create);
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toMatch(/X-Amz|0123456789abcdef|somebody/);
  });

  it('answers in time when a service does not come back', async () => {
    const { iam, clients } = account();
    iam.on(GetAccountPasswordPolicyCommand).callsFake(() => new Promise(() => undefined));
    const bodies: string[] = [];
    const handle = createHandler({
      clients,
      put: async (_address, body) => {
        bodies.push(body);
      },
      log: createLog(() => undefined),
      wait: async () => undefined,
    });
    await handle(create, { getRemainingTimeInMillis: () => 20_010 });
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
      Status: 'FAILED',
      Reason: 'The setting was not made in time',
    });
  });

  it('sends an answer again that did not arrive, and fails without a word of it when none does', async () => {
    const { clients } = account();
    let attempts = 0;
    const handler = (works: number) =>
      createHandler({
        clients,
        put: async () => {
          attempts += 1;
          if (attempts < works) throw new Error(SECRET_ADDRESS);
        },
        log: createLog(() => undefined),
        wait: async () => undefined,
      });
    const remaining = { getRemainingTimeInMillis: () => 120_000 };
    await handler(3)(request('Delete', 'nothing-known', {}), remaining);
    expect(attempts).toBe(3);
    await expect(handler(99)(request('Delete', 'nothing-known', {}), remaining)).rejects.toThrow(
      /^CloudFormation could not be answered$/,
    );
  });

  it.each([
    ['no request at all', {}],
    ['null', null],
    ['an address that is not one of AWS', { ...create, ResponseURL: 'https://example.com/' }],
    ['an address without TLS', { ...create, ResponseURL: 'http://answers.s3.amazonaws.com/' }],
    ['a host that only looks like one of AWS', { ...create, ResponseURL: 'https://amazonaws.com.example/' }],
  ])('does nothing for %s', async (_what, event) => {
    const { ask, answers, iam } = account();
    await expect(ask(event as object)).rejects.toThrow("'event' must be a request of CloudFormation");
    expect(answers).toEqual([]);
    expect(iam.calls()).toEqual([]);
  });

  it.each([
    ['a setting that it does not know', { Setting: 'everything' }],
    ['a mode that it does not know', { Mode: 'off' }],
    ['a record elsewhere', { Record: '/another/parameter' }],
    ['nothing that is wanted', { Wanted: undefined }],
    ['something else that is wanted', { Wanted: { MinimumPasswordLength: 'x' } }],
  ])('refuses %s, without repeating it, and has nothing to undo', async (_what, properties) => {
    const { ask, iam } = account();
    const wrong = { ...create, ResourceProperties: { ...create.ResourceProperties, ...properties } };
    const refused = await ask(wrong);
    expect(refused?.Status).toBe('FAILED');
    expect(refused?.Reason).toMatch(/must be (written|wanted) as the baseline writes/);
    expect(iam.commandCalls(UpdateAccountPasswordPolicyCommand)).toEqual([]);
    const undone = await ask({
      ...wrong,
      RequestType: 'Delete',
      PhysicalResourceId: refused?.PhysicalResourceId,
    });
    expect(undone?.Status).toBe('SUCCESS');
  });
});
