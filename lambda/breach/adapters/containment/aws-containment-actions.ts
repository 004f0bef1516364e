import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { RDSClient } from '@aws-sdk/client-rds';
import { S3Client } from '@aws-sdk/client-s3';
import type { ContainmentKind } from '../../domain/containment/containment-kinds';
import type { ContainmentActions } from '../../ports/containment-actions';
import { blockPublicAccess } from './block-public-access';
import type { ContainmentAction } from './containment-action';
import { deactivateAccessKey } from './deactivate-access-key';
import { isolateSecurityGroup } from './isolate-security-group';
import { restartTrail } from './restart-trail';
import { unshareSnapshot } from './unshare-snapshot';

/** A client is made only for an action that is taken. */
const ACTIONS: Readonly<Record<ContainmentKind, () => ContainmentAction>> = {
  'block-public-access': () => blockPublicAccess(new S3Client({})),
  'unshare-snapshot': () => unshareSnapshot(new RDSClient({})),
  'restart-trail': () => restartTrail(new CloudTrailClient({})),
  'deactivate-access-key': () => deactivateAccessKey(new IAMClient({})),
  'isolate-security-group': () => isolateSecurityGroup(new EC2Client({})),
};

/**
 * The actions on AWS that an environment switched on; any other one is refused, whatever the caller's rights are.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export function awsContainmentActions(
  enabled: readonly ContainmentKind[],
  actions: Readonly<Record<ContainmentKind, () => ContainmentAction>> = ACTIONS,
): ContainmentActions {
  const on = new Set(enabled);
  const action = (kind: ContainmentKind): ContainmentAction => {
    if (!on.has(kind)) {
      throw new RangeError("'kind' must be switched on in this environment, got: one that is not");
    }
    return actions[kind]();
  };
  return {
    enabled: on,
    // A dry run of what is off says so by the refusal that it comes with.
    observe: async (kind, target) =>
      on.has(kind) ? action(kind).observe(target) : { before: {}, changes: [] },
    apply: async (kind, target, before) => action(kind).apply(target, before),
    undo: async (kind, target, before) => action(kind).undo(target, before),
  };
}
