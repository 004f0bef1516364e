import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { RDSClient } from '@aws-sdk/client-rds';
import { S3Client } from '@aws-sdk/client-s3';
import { awsContainmentActions } from '../../lambda/breach/adapters/containment/aws-containment-actions';
import { blockPublicAccess } from '../../lambda/breach/adapters/containment/block-public-access';
import { deactivateAccessKey } from '../../lambda/breach/adapters/containment/deactivate-access-key';
import { isolateSecurityGroup } from '../../lambda/breach/adapters/containment/isolate-security-group';
import { restartTrail } from '../../lambda/breach/adapters/containment/restart-trail';
import { unshareSnapshot } from '../../lambda/breach/adapters/containment/unshare-snapshot';
import type { ContainmentKind } from '../../lambda/breach/domain/containment/containment-kinds';
import type { ContainmentActions } from '../../lambda/breach/ports/containment-actions';
import type { ClientSettings } from './connect-desk';

/** The actions that an environment switched on, with the responder's own credentials. */
export function clientActions(
  enabled: readonly ContainmentKind[],
  client: ClientSettings,
): ContainmentActions {
  return awsContainmentActions(enabled, {
    'block-public-access': () => blockPublicAccess(new S3Client(client)),
    'unshare-snapshot': () => unshareSnapshot(new RDSClient(client)),
    'restart-trail': () => restartTrail(new CloudTrailClient(client)),
    'deactivate-access-key': () => deactivateAccessKey(new IAMClient(client)),
    'isolate-security-group': () => isolateSecurityGroup(new EC2Client(client)),
  });
}
