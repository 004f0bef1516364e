import {
  CreateClassificationJobCommand,
  GetRevealConfigurationCommand,
  ListClassificationJobsCommand,
  ResourceNotFoundException,
  UpdateClassificationJobCommand,
  UpdateRevealConfigurationCommand,
} from '@aws-sdk/client-macie2';
import { request, serviceError, surroundings } from '../requests';

const WANTED = {
  Name: 'sandbox-Detection-phi',
  AccountId: '111122223333',
  Buckets: ['some-phi-bucket'],
  CustomDataIdentifierIds: ['id-2', 'id-1'],
  Schedule: 'weekly',
  SamplingPercentage: '100',
};
const NAME = /^sandbox-Detection-phi-[0-9a-f]{12}$/;

/** An account whose jobs are those that were created, and that forgets cancelled ones. */
function account(status = 'RUNNING') {
  const around = surroundings();
  const jobs: { jobId: string; name: string | undefined; jobStatus: string }[] = [];
  around.macie.on(ListClassificationJobsCommand).callsFake(({ filterCriteria, nextToken }) => {
    const name = filterCriteria?.includes?.[0]?.values?.[0];
    // The first page of a list may be empty though there are more.
    return nextToken === undefined
      ? { items: [], nextToken: 'more' }
      : { items: jobs.filter((job) => job.name === name) };
  });
  around.macie.on(CreateClassificationJobCommand).callsFake(({ name }) => {
    const jobId = `job-${jobs.length + 1}`;
    jobs.push({ jobId, name, jobStatus: status });
    return { jobId };
  });
  const created = () =>
    around.macie.commandCalls(CreateClassificationJobCommand).map(({ args }) => args[0].input);
  const statuses = () =>
    around.macie.commandCalls(UpdateClassificationJobCommand).map(({ args }) => args[0].input);
  return { ...around, jobs, created, statuses };
}

describe('the Macie job', () => {
  it('searches the buckets for everything that Macie knows and for our own identifiers', async () => {
    const { ask, created } = account();
    const answer = await ask(request('Create', 'macie-job', WANTED));
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'macie-job/job-1' });
    expect(created()).toEqual([
      {
        clientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
        name: expect.stringMatching(NAME),
        description: expect.any(String),
        jobType: 'SCHEDULED',
        initialRun: true,
        scheduleFrequency: { weeklySchedule: { dayOfWeek: 'SUNDAY' } },
        samplingPercentage: 100,
        managedDataIdentifierSelector: 'ALL',
        customDataIdentifierIds: ['id-2', 'id-1'],
        s3JobDefinition: {
          bucketDefinitions: [{ accountId: '111122223333', buckets: ['some-phi-bucket'] }],
        },
      },
    ]);
  });

  it('exists once, however often the request is delivered', async () => {
    const { ask, created } = account();
    await ask(request('Create', 'macie-job', WANTED));
    const again = await ask(request('Create', 'macie-job', WANTED));
    expect(again?.PhysicalResourceId).toBe('macie-job/job-1');
    expect(created()).toHaveLength(1);
  });

  it('has the same token for every delivery of a request, and another one for the next', async () => {
    const { ask, created, jobs } = account();
    for (const RequestId of ['one', 'one', 'two']) {
      jobs.length = 0;
      await ask(request('Create', 'macie-job', WANTED, { RequestId }));
    }
    const [one, again, other] = created().map(({ clientToken }) => clientToken);
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  it('is the same job for the same definition, whatever the order of its parts', async () => {
    const { ask, created } = account();
    await ask(request('Create', 'macie-job', WANTED));
    await ask(request('Update', 'macie-job', { ...WANTED, CustomDataIdentifierIds: ['id-1', 'id-2'] }));
    expect(created()).toHaveLength(1);
  });

  it.each([
    ['buckets', { Buckets: ['another-bucket'] }],
    ['identifiers', { CustomDataIdentifierIds: ['id-1'] }],
    ['schedule', { Schedule: 'daily' }],
    ['share of objects', { SamplingPercentage: '10' }],
  ])(
    'is a new one for other %s, and the one before is cancelled when CloudFormation says so',
    async (_what, change) => {
      const { ask, created, statuses } = account();
      const before = await ask(request('Create', 'macie-job', WANTED));
      const after = await ask(request('Update', 'macie-job', { ...WANTED, ...change }));
      expect(after?.PhysicalResourceId).toBe('macie-job/job-2');
      expect(created()).toHaveLength(2);
      await ask(request('Delete', 'macie-job', WANTED, { PhysicalResourceId: before?.PhysicalResourceId }));
      expect(statuses()).toEqual([{ jobId: 'job-1', jobStatus: 'CANCELLED' }]);
    },
  );

  it('goes on after an update was rolled back', async () => {
    const { ask, created } = account();
    await ask(request('Create', 'macie-job', WANTED));
    await ask(request('Update', 'macie-job', { ...WANTED, Schedule: 'daily' }));
    const back = await ask(request('Update', 'macie-job', WANTED));
    expect(back?.PhysicalResourceId).toBe('macie-job/job-1');
    expect(created()).toHaveLength(2);
  });

  it('runs again when somebody paused it, and is made anew when somebody cancelled it', async () => {
    const paused = account('USER_PAUSED');
    await paused.ask(request('Create', 'macie-job', WANTED));
    await paused.ask(request('Update', 'macie-job', WANTED));
    expect(paused.statuses()).toEqual([{ jobId: 'job-1', jobStatus: 'RUNNING' }]);

    const cancelled = account('CANCELLED');
    await cancelled.ask(request('Create', 'macie-job', WANTED));
    await cancelled.ask(request('Update', 'macie-job', WANTED));
    expect(cancelled.created()).toHaveLength(2);
  });

  it.each([
    ['it is gone', new ResourceNotFoundException({ message: '', $metadata: {} })],
    ['Macie is off', serviceError('AccessDeniedException', 'Macie is not enabled')],
    ['it was cancelled', serviceError('ValidationException', 'The job is already cancelled')],
  ])('is taken for cancelled when %s', async (_what, error) => {
    const { ask, macie } = account();
    macie.on(UpdateClassificationJobCommand).rejects(error);
    const answer = await ask(
      request('Delete', 'macie-job', WANTED, { PhysicalResourceId: 'macie-job/job-1' }),
    );
    expect(answer?.Status).toBe('SUCCESS');
  });

  it('is not taken for cancelled when Macie refuses', async () => {
    const { ask, macie } = account();
    macie.on(UpdateClassificationJobCommand).rejects(serviceError('AccessDeniedException'));
    const answer = await ask(
      request('Delete', 'macie-job', WANTED, { PhysicalResourceId: 'macie-job/job-1' }),
    );
    expect(answer).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'macie-job/job-1' });
  });

  it('is cancelled too when its creation was cut off before CloudFormation heard of it', async () => {
    const { ask, statuses } = account();
    await ask(request('Create', 'macie-job', WANTED));
    await ask(request('Delete', 'macie-job', WANTED, { PhysicalResourceId: 'account-setting/late' }));
    expect(statuses()).toEqual([{ jobId: 'job-1', jobStatus: 'CANCELLED' }]);
  });

  it('has nothing to cancel when it was never made', async () => {
    const { ask, statuses } = account();
    const answer = await ask(
      request('Delete', 'macie-job', WANTED, { PhysicalResourceId: 'account-setting/none' }),
    );
    expect(answer?.Status).toBe('SUCCESS');
    expect(statuses()).toEqual([]);
  });

  it.each([
    ['no bucket', { Buckets: [] }],
    ['no share', { SamplingPercentage: 'all' }],
    ['another schedule', { Schedule: 'hourly' }],
  ])('is refused with %s', async (_what, change) => {
    const { ask, created } = account();
    expect(await ask(request('Create', 'macie-job', { ...WANTED, ...change }))).toMatchObject({
      Status: 'FAILED',
    });
    expect(created()).toEqual([]);
  });
});

describe('samples of what Macie found', () => {
  const wanted = { Samples: 'DISABLED' };

  it.each([
    ['ENABLED', [{ configuration: { status: 'DISABLED' } }]],
    ['DISABLED', []],
  ] as const)('are off where they were %s', async (status, written) => {
    const { ask, macie } = surroundings();
    macie.on(GetRevealConfigurationCommand).resolves({ configuration: { status } });
    expect(await ask(request('Create', 'macie-samples', wanted))).toMatchObject({ Status: 'SUCCESS' });
    expect(macie.commandCalls(UpdateRevealConfigurationCommand).map(({ args }) => args[0].input)).toEqual(
      written,
    );
  });

  it('stay off when the stack goes', async () => {
    const { ask, macie } = surroundings();
    expect(await ask(request('Delete', 'macie-samples', wanted))).toMatchObject({ Status: 'SUCCESS' });
    expect(macie.calls()).toEqual([]);
  });

  it('must be off where Macie is adopted', async () => {
    const { ask, macie } = surroundings();
    macie.on(GetRevealConfigurationCommand).resolves({ configuration: { status: 'ENABLED' } });
    const adopt = request('Create', 'macie-samples', wanted, { mode: 'adopt' });
    expect(await ask(adopt)).toMatchObject({ Status: 'FAILED' });
  });
});
