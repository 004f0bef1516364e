import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Outcome } from '../shared/cloudformation/answer';
import type { CloudFormationRequest } from '../shared/cloudformation/cloudformation-request';
import { errorType } from '../shared/log/error-type';
import { patiently, type Wait } from './patience';
import { Refused } from './refused';
import type { Setting, SettingRequest } from './setting';

const propertiesSchema = z.object({
  Setting: z.string().regex(/^[a-z-]{1,40}$/),
  Mode: z.enum(['manage', 'adopt']),
  Record: z.string().regex(/^\/hipaa-baseline\/[a-z0-9-]{2,20}\/account-settings\/[a-z-]{1,40}$/),
  Wanted: z.unknown(),
});

/** What a resource is called whose first request failed before it had a name. */
const UNNAMED = 'account-setting/none';

/**
 * Carries out what CloudFormation asks, and says how it went. It never throws, and what it says holds no word of a
 * service.
 */
export async function carryOut(
  asked: CloudFormationRequest,
  settings: ReadonlyMap<string, Setting>,
  wait: Wait,
): Promise<Outcome> {
  const physicalId = asked.PhysicalResourceId ?? UNNAMED;
  const properties = propertiesSchema.safeParse(asked.ResourceProperties).data;
  const setting = properties === undefined ? undefined : settings.get(properties.Setting);
  if (properties === undefined || setting === undefined) {
    // A resource that was refused for its properties was never made: there is nothing to undo.
    return asked.RequestType === 'Delete' ? done(physicalId) : refused(UNKNOWN, physicalId);
  }
  const request: SettingRequest = {
    mode: properties.Mode,
    record: properties.Record,
    wanted: properties.Wanted,
    token: tokenOf(asked),
    ...(asked.PhysicalResourceId !== undefined && { physicalId: asked.PhysicalResourceId }),
  };
  try {
    if (asked.RequestType !== 'Delete') {
      return done(await patiently(() => setting.apply(request), wait));
    }
    await patiently(() => setting.remove(request), wait);
    return done(physicalId);
  } catch (error) {
    return refused(error, physicalId);
  }
}

const UNKNOWN = new Refused("'Setting', 'Mode' and 'Record' must be written as the baseline writes them");

function done(physicalId: string): Outcome {
  return { status: 'SUCCESS', reason: 'The setting holds', physicalId };
}

function refused(error: unknown, physicalId: string): Outcome {
  return { status: 'FAILED', reason: reasonOf(error), physicalId };
}

function reasonOf(error: unknown): string {
  return error instanceof Refused
    ? error.message
    : `The setting could not be made: ${errorType(error)}. The log of CloudTrail has the call.`;
}

/** The same for every delivery of one request, so that what it creates is created once. */
function tokenOf({ StackId, LogicalResourceId, RequestId }: CloudFormationRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([StackId, LogicalResourceId, RequestId]))
    .digest('hex')
    .slice(0, 64);
}
