import { createDeploymentHandler } from '../../../lambda/deployment/deployment-handler';
import { type DeploymentTask, RefusedRequest } from '../../../lambda/deployment/task';
import { createLog } from '../../../lambda/shared/log/log';
import { request } from './requests';

const SECRET = 'a key that nobody may see';

async function run(task: Partial<DeploymentTask>, changes = {}, remaining = 60_000) {
  const answers: Record<string, unknown>[] = [];
  const lines: string[] = [];
  const handler = createDeploymentHandler({
    task: { apply: async () => 'made', remove: async () => undefined, ...task },
    put: async (_address, body) => {
      answers.push(JSON.parse(body));
    },
    log: createLog((line) => lines.push(line)),
  });
  await handler(request(changes), { getRemainingTimeInMillis: () => remaining });
  return { answer: answers[0] ?? {}, said: JSON.stringify([answers, lines]) };
}

describe('a deployment function', () => {
  it.each(['Create', 'Update'])('answers a %s with the name of what it made', async (RequestType) => {
    const { answer } = await run({}, { RequestType, PhysicalResourceId: 'before' });
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'made', RequestId: 'request-1' });
  });

  it('answers a deletion with the same name', async () => {
    const removed: unknown[] = [];
    const remove = async ({ PhysicalResourceId }: { PhysicalResourceId?: string | undefined }) => {
      removed.push(PhysicalResourceId);
    };
    const { answer } = await run({ remove }, { RequestType: 'Delete', PhysicalResourceId: 'before' });
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'before' });
    expect(removed).toEqual(['before']);
  });

  it('removes nothing for a resource whose creation failed before it had a name', async () => {
    const removed: unknown[] = [];
    const remove = async (asked: unknown) => {
      removed.push(asked);
    };
    const { answer } = await run({ remove }, { RequestType: 'Delete', PhysicalResourceId: 'none' });
    expect(answer).toMatchObject({ Status: 'SUCCESS' });
    expect(removed).toEqual([]);
  });

  it('fails the deployment with the type of an error and not its text', async () => {
    const { answer, said } = await run({
      apply: async () => {
        throw new TypeError(SECRET);
      },
    });
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'It could not be done: TypeError.' });
    expect(said).not.toContain(SECRET);
  });

  it('says in its own words why it refuses', async () => {
    const { answer } = await run({
      apply: async () => {
        throw new RefusedRequest("'HostName' must be a host name");
      },
    });
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: "'HostName' must be a host name" });
  });

  it('answers before its time is over, whatever the task waits for', async () => {
    const { answer } = await run({ apply: () => new Promise(() => undefined) }, {}, 20_010);
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: 'It was not done in time' });
  });

  it('takes nothing but requests of CloudFormation', async () => {
    await expect(run({}, { ResponseURL: 'https://attacker.example/' })).rejects.toThrow(
      "'event' must be a request of CloudFormation",
    );
  });

  it('says nothing of the address that it answers to', async () => {
    expect((await run({})).said).not.toContain('signature');
  });
});
