import { S3Client } from '@aws-sdk/client-s3';
import { REQUEST_LIMITS } from '../../shared/request-limits';
import { awsContainmentActions } from '../adapters/containment/aws-containment-actions';
import { S3EvidenceArchive } from '../adapters/s3-evidence-archive';
import type { CaseOutcome } from '../use-cases/change-case';
import {
  applyContainment,
  type ContainDependencies,
  type ContainmentPlan,
  planContainment,
  undoContainment,
} from '../use-cases/contain-incident';
import { composeRegister } from './compose-register';
import { type ContainmentCall, readContainmentCall } from './containment-call';
import { environment } from './environment';
import { log } from './log';
import { CONTAINMENT_VARIABLES } from './settings';
import { startOnce } from './start-once';
import { readSettings } from './variable';

const started = startOnce(start);

/** Called by `hipaa incident contain`, and by nothing else: dry run, action, undo. */
export async function handler(event: unknown): Promise<ContainmentPlan | CaseOutcome> {
  const call = readContainmentCall(event);
  try {
    const result = await run(call, await started());
    log.info('contained', { action: { code: call.action }, outcome: { code: result.outcome } });
    return result;
  } catch (error) {
    log.error('not-contained', error, { action: { code: call.action } });
    throw error;
  }
}

function run(
  call: ContainmentCall,
  dependencies: ContainDependencies,
): Promise<ContainmentPlan | CaseOutcome> {
  const { incidentId, target, by } = call;
  switch (call.action) {
    case 'plan':
      return planContainment(incidentId, call, dependencies);
    case 'apply':
      return applyContainment(incidentId, call, by, dependencies);
    case 'undo':
      return undoContainment(incidentId, call.actionId, target, by, dependencies);
  }
}

async function start(): Promise<ContainDependencies> {
  const settings = readSettings(CONTAINMENT_VARIABLES, environment());
  return {
    ...(await composeRegister(settings)),
    archive: new S3EvidenceArchive(
      new S3Client({ requestHandler: REQUEST_LIMITS }),
      settings.ARCHIVE_BUCKET,
      settings.LOCK_MODE,
    ),
    actions: awsContainmentActions(settings.CONTAINMENT),
  };
}
