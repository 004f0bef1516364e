import { createHash } from 'node:crypto';
import {
  CreateClassificationJobCommand,
  type JobScheduleFrequency,
  type JobStatus,
  type JobSummary,
  ListClassificationJobsCommand,
  type Macie2Client,
  ResourceNotFoundException,
  UpdateClassificationJobCommand,
} from '@aws-sdk/client-macie2';
import * as z from 'zod';
import { Refused } from '../refused';
import type { Setting } from '../setting';
import { count } from '../text-values';

const wantedSchema = z.strictObject({
  Name: z.string().regex(/^[\w-]{1,200}$/),
  AccountId: z.string().regex(/^\d{12}$/),
  Buckets: z.array(z.string().min(3).max(63)).min(1).max(1000),
  CustomDataIdentifierIds: z.array(z.string().min(1).max(64)).max(30),
  Schedule: z.enum(['daily', 'weekly', 'monthly']),
  SamplingPercentage: count.pipe(z.number().min(1).max(100)),
});

/** What the job looks for, where and when. Macie changes nothing of a job once it exists. */
type JobDefinition = z.output<typeof wantedSchema>;

const SCHEDULES: Readonly<Record<JobDefinition['Schedule'], JobScheduleFrequency>> = {
  daily: { dailySchedule: {} },
  weekly: { weeklySchedule: { dayOfWeek: 'SUNDAY' } },
  monthly: { monthlySchedule: { dayOfMonth: 1 } },
};

/** How a job that will not run again ended. */
const ENDED: readonly (JobStatus | undefined)[] = ['CANCELLED', 'COMPLETE'];

const PREFIX = 'macie-job/';

/** A job's own name: that of the stack, and what tells one definition from another. */
function jobNameOf(definition: JobDefinition): string {
  const { Buckets, CustomDataIdentifierIds, ...rest } = definition;
  const fixed = [
    rest.AccountId,
    [...Buckets].sort(),
    [...CustomDataIdentifierIds].sort(),
    rest.Schedule,
    rest.SamplingPercentage,
  ];
  const digest = createHash('sha256').update(JSON.stringify(fixed)).digest('hex').slice(0, 12);
  return `${definition.Name}-${digest}`;
}

/**
 * The Macie job that searches the PHI buckets. It exists once for each definition; a changed definition is a job of its
 * own, after which CloudFormation has the one before cancelled. What it found stays.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(A), 164.308(a)(1)(ii)(D)
 */
export function macieJob(macie: Macie2Client): Setting {
  return {
    apply: async ({ wanted, token }) => {
      const read = wantedSchema.safeParse(wanted);
      if (!read.success) throw new Refused("'macie-job' must be wanted as the baseline writes it");
      const name = jobNameOf(read.data);
      const running = await findJob(macie, name);
      if (running?.jobId === undefined) return PREFIX + (await createJob(macie, name, read.data, token));
      if (running.jobStatus === 'USER_PAUSED') await setStatus(macie, running.jobId, 'RUNNING');
      return PREFIX + running.jobId;
    },
    remove: async ({ physicalId, wanted }) => {
      const jobId = physicalId?.startsWith(PREFIX)
        ? physicalId.slice(PREFIX.length)
        : await jobWithoutAnswer(macie, wanted);
      if (jobId !== undefined) await cancel(macie, jobId);
    },
  };
}

/** A job whose creation was cut off before CloudFormation heard of it. */
async function jobWithoutAnswer(macie: Macie2Client, wanted: unknown): Promise<string | undefined> {
  const { data } = wantedSchema.safeParse(wanted);
  if (data === undefined) return undefined;
  try {
    return (await findJob(macie, jobNameOf(data)))?.jobId;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

async function findJob(macie: Macie2Client, name: string): Promise<JobSummary | undefined> {
  let nextToken: string | undefined;
  do {
    const page = await macie.send(
      new ListClassificationJobsCommand({
        filterCriteria: { includes: [{ key: 'name', comparator: 'EQ', values: [name] }] },
        ...(nextToken !== undefined && { nextToken }),
      }),
    );
    const running = page.items?.find((job) => job.name === name && !ENDED.includes(job.jobStatus));
    if (running !== undefined) return running;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return undefined;
}

async function createJob(
  macie: Macie2Client,
  name: string,
  definition: JobDefinition,
  clientToken: string,
): Promise<string> {
  const { jobId } = await macie.send(
    new CreateClassificationJobCommand({
      clientToken,
      name,
      description: 'HIPAA baseline: where PHI is, in the buckets that are meant to hold it',
      jobType: 'SCHEDULED',
      initialRun: true,
      scheduleFrequency: SCHEDULES[definition.Schedule],
      samplingPercentage: definition.SamplingPercentage,
      managedDataIdentifierSelector: 'ALL',
      ...(definition.CustomDataIdentifierIds.length > 0 && {
        customDataIdentifierIds: definition.CustomDataIdentifierIds,
      }),
      s3JobDefinition: {
        bucketDefinitions: [{ accountId: definition.AccountId, buckets: definition.Buckets }],
      },
    }),
  );
  if (jobId === undefined) throw new Refused("'macie-job' was created without an id");
  return jobId;
}

/** A job that ended, or that went with Macie itself, is as good as cancelled. */
async function cancel(macie: Macie2Client, jobId: string): Promise<void> {
  try {
    await setStatus(macie, jobId, 'CANCELLED');
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  if (error instanceof ResourceNotFoundException) return true;
  if (!(error instanceof Error)) return false;
  // Macie tells only by its text that it is off, in which case it has no jobs, or that a job is not running any more.
  return (
    (error.name === 'AccessDeniedException' && /macie is not enabled/i.test(error.message)) ||
    (error.name === 'ValidationException' && /cancel+ed|complete/i.test(error.message)) ||
    (error.name === 'ConflictException' && /cancel+ed|complete/i.test(error.message))
  );
}

async function setStatus(macie: Macie2Client, jobId: string, jobStatus: JobStatus): Promise<void> {
  await macie.send(new UpdateClassificationJobCommand({ jobId, jobStatus }));
}
