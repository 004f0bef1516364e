import { GetPublicAccessBlockCommand, PutPublicAccessBlockCommand } from '@aws-sdk/client-s3-control';
import { request, serviceError, surroundings } from '../requests';

const ALL = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};
const NONE = Object.fromEntries(Object.keys(ALL).map((name) => [name, false]));
const WANTED = Object.fromEntries(Object.keys(ALL).map((name) => [name, 'true']));

function accountWith(found: Partial<typeof ALL> | Error) {
  const around = surroundings();
  const read = around.s3.on(GetPublicAccessBlockCommand);
  if (found instanceof Error) read.rejects(found);
  else read.resolves({ PublicAccessBlockConfiguration: found });
  const written = () => around.s3.commandCalls(PutPublicAccessBlockCommand).map(({ args }) => args[0].input);
  return { ...around, written };
}

describe('the public access block of an account', () => {
  it.each([
    ['there is none', serviceError('NoSuchPublicAccessBlockConfiguration')],
    ['one way is open', { ...ALL, BlockPublicPolicy: false }],
  ])('shuts all four ways where %s, for the account of the stack', async (_what, found) => {
    const { ask, written } = accountWith(found);
    expect(await ask(request('Create', 'public-access-block', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(written()).toEqual([{ AccountId: '111122223333', PublicAccessBlockConfiguration: ALL }]);
  });

  it.each(Object.keys(ALL))(
    'opens no way that the account has shut, whatever is wanted: %s',
    async (shut) => {
      const { ask, written } = accountWith({ ...NONE, [shut]: true });
      await ask(request('Update', 'public-access-block', { ...WANTED, [shut]: 'false' }));
      expect(written()).toEqual([{ AccountId: '111122223333', PublicAccessBlockConfiguration: ALL }]);
    },
  );

  it('is left alone where it holds, and when the stack goes', async () => {
    const { ask, written } = accountWith(ALL);
    await ask(request('Update', 'public-access-block', WANTED));
    expect(await ask(request('Delete', 'public-access-block', WANTED))).toMatchObject({ Status: 'SUCCESS' });
    expect(written()).toEqual([]);
  });

  it('fails where it cannot be read, instead of taking that for none', async () => {
    const { ask, written } = accountWith(serviceError('AccessDenied'));
    expect(await ask(request('Create', 'public-access-block', WANTED))).toMatchObject({ Status: 'FAILED' });
    expect(written()).toEqual([]);
  });

  it('says which ways an adopting account leaves open', async () => {
    const { ask, written } = accountWith({ ...ALL, IgnorePublicAcls: false });
    const answer = await ask(request('Create', 'public-access-block', WANTED, { mode: 'adopt' }));
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringMatching(/: IgnorePublicAcls\./) });
    expect(written()).toEqual([]);
  });
});
