import { keepsAuditRecords } from '../event/audit-name';
import { at } from '../event/json';
import { textOf, textsIn } from '../event/values';
import {
  bucketOf,
  deletesObject,
  deletesObjects,
  expires,
  opensAcl,
  removesPublicAccessBlock,
  replicates,
  seizesObject,
  setsAcl,
  weakensLock,
} from '../judge/bucket-judges';
import { done, tightens, turns, turnsToReview, watched } from '../judge/call-judges';
import { isFalse, isTrue, isWord } from '../judge/tests';
import { anyOf, ignore, incident, review } from '../judgement';
import { opensPolicy } from '../policy/judge-policy';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Amazon S3: who can reach objects, and what keeps them. */
export const BUCKET_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'bucket-opened',
      title: 'A bucket or object was opened to the public or to another account',
      question: 'expose',
      severity: 'high',
      citations: CITES.disclosure,
      firstStep:
        'Block public access on the account, then take the grant away and read the access logs since it was made.',
    },
    {
      's3:PutBucketPolicy': opensPolicy(['bucketPolicy', 'policyDocument', 'policy']),
      ...each(
        's3',
        [
          'PutAccessPointPolicy',
          'PutAccessPointPolicyForObjectLambda',
          'PutAccessGrantsInstanceResourcePolicy',
        ],
        opensPolicy(['policy', 'PutAccessPointPolicyRequest.Policy', 'accessPointPolicy']),
      ),
      's3:PutMultiRegionAccessPointPolicy': opensPolicy([
        'details.policy',
        'PutMultiRegionAccessPointPolicyRequest.Details.Policy',
        'policy',
      ]),
      ...each('s3tables', ['PutTableBucketPolicy', 'PutTablePolicy'], opensPolicy(['resourcePolicy'])),
      's3vectors:PutVectorBucketPolicy': opensPolicy(['policy']),
      ...each('s3', ['PutBucketAcl', 'PutObjectAcl'], setsAcl),
      ...each('s3', ['CreateBucket', 'PutObject', 'CopyObject', 'CreateMultipartUpload'], opensAcl),
      'lightsail:UpdateBucket': turns(['accessRules.getObject'], isWord('public'), 'critical'),
    },
  ),
  callRow(
    {
      id: 'bucket-policy-removed',
      title: 'The policy of a bucket was removed, with what it denied and whom it let deliver',
      question: 'blind',
      severity: 'high',
      citations: CITES.access,
      firstStep: 'Put the policy back, and check that logs arrive again.',
    },
    {
      's3:DeleteBucketPolicy': (call) =>
        keepsAuditRecords(bucketOf(call), call.estate) === 'yes'
          ? incident('eventName is DeleteBucketPolicy, of a store of audit records: delivery stops')
          : watched(call),
    },
  ),
  callRow(
    {
      id: 'public-access-block-removed',
      title: 'A block against public access was removed',
      question: 'expose',
      severity: 'high',
      citations: CITES.access,
      firstStep: 'Put the block back on the account, then look for what was opened since.',
    },
    {
      ...each(
        's3',
        ['DeletePublicAccessBlock', 'DeleteBucketPublicAccessBlock', 'DeleteAccountPublicAccessBlock'],
        done,
      ),
      ...each(
        's3',
        ['PutPublicAccessBlock', 'PutBucketPublicAccessBlock', 'PutAccountPublicAccessBlock'],
        removesPublicAccessBlock,
      ),
      's3:CreateAccessPoint': anyOf(
        turns(
          [
            'PublicAccessBlockConfiguration.BlockPublicPolicy',
            'CreateAccessPointRequest.PublicAccessBlockConfiguration.BlockPublicPolicy',
          ],
          isFalse,
        ),
        turns(
          [
            'PublicAccessBlockConfiguration.RestrictPublicBuckets',
            'CreateAccessPointRequest.PublicAccessBlockConfiguration.RestrictPublicBuckets',
          ],
          isFalse,
        ),
      ),
      ...each('ec2', ['DisableImageBlockPublicAccess', 'DisableSnapshotBlockPublicAccess'], done),
      'ec2:ModifyVpcBlockPublicAccessOptions': turns(['internetGatewayBlockMode'], isWord('off')),
      ...each(
        'ec2',
        [
          'CreateVpcBlockPublicAccessExclusion',
          'ModifyVpcBlockPublicAccessExclusion',
          'DisableAllowedImagesSettings',
        ],
        watched,
      ),
      'ec2:DeleteVpcBlockPublicAccessExclusion': tightens,
      'elasticmapreduce:PutBlockPublicAccessConfiguration': turns(
        ['blockPublicAccessConfiguration.blockPublicSecurityGroupRules'],
        isFalse,
      ),
      'ssm:UpdateServiceSetting': (call) =>
        textOf(at(call.request, 'settingId'))?.includes('public-sharing-permission') === true
          ? turns(['settingValue'], isWord('Enable'))(call)
          : undefined,
    },
  ),
  callRow(
    {
      id: 'bucket-setting-changed',
      title: 'A setting of a bucket was changed that can matter for access',
      question: 'watch',
      severity: 'low',
      citations: CITES.access,
      firstStep: 'Compare the setting with what the configuration says.',
    },
    {
      ...each('s3', ['PutBucketWebsite', 'DeleteBucketOwnershipControls'], watched),
      's3:PutBucketCors': (call) =>
        textsIn(at(call.request, 'CORSConfiguration')).includes('*')
          ? review('CORSConfiguration: AllowedOrigin is *')
          : ignore('CORSConfiguration names its origins'),
      's3:PutBucketOwnershipControls': (call) =>
        textsIn(at(call.request, 'OwnershipControls')).some((text) =>
          /^(ObjectWriter|BucketOwnerPreferred)$/i.test(text),
        )
          ? review('OwnershipControls: access control lists are in force')
          : ignore('OwnershipControls: access control lists are off'),
      ...each(
        's3',
        ['PutBucketInventoryConfiguration', 'PutInventoryConfiguration', 'CreateJob', 'CreateAccessGrant'],
        watched,
      ),
    },
  ),
  callRow(
    {
      id: 'versioning-suspended',
      title: 'A bucket no longer keeps earlier versions',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Enable versioning again before anything is overwritten.',
    },
    {
      's3:PutBucketVersioning': (call) =>
        anyOf(
          turns(['VersioningConfiguration.Status', 'status'], isWord('Suspended')),
          turnsToReview(['VersioningConfiguration.MfaDelete'], isWord('Disabled')),
        )(call) ?? review('requestParameters.VersioningConfiguration.Status is absent'),
    },
  ),
  callRow(
    {
      id: 'lock-weakened',
      title: 'What locks objects against deletion was weakened or bypassed',
      question: 'destroy',
      severity: 'critical',
      citations: CITES.integrity,
      firstStep: 'Set the lock again, and restore what was deleted meanwhile.',
    },
    {
      ...each('s3', ['PutObjectLockConfiguration', 'PutBucketObjectLockConfiguration'], weakensLock),
      's3:PutObjectRetention': turns(['x-amz-bypass-governance-retention'], isTrue),
      's3:PutObjectLegalHold': turns(['LegalHold.Status'], isWord('OFF')),
    },
  ),
  callRow(
    {
      id: 'records-expire-early',
      title: 'Objects expire sooner',
      question: 'blind',
      severity: 'high',
      citations: CITES.audit,
      firstStep: 'Remove the rule today: expiry runs once a day and cannot be undone.',
    },
    each(
      's3',
      ['PutBucketLifecycle', 'PutBucketLifecycleConfiguration', 'PutLifecycleConfiguration'],
      expires,
    ),
  ),
  callRow(
    {
      id: 'replication-changed',
      title: 'Objects are no longer copied, or are copied elsewhere',
      question: 'destroy',
      severity: 'high',
      citations: CITES.backup,
      firstStep: 'Put the replication back, and find out what was copied or missed.',
    },
    {
      ...each('s3', ['DeleteBucketReplication', 'DeleteReplicationConfiguration'], done),
      ...each('s3', ['PutBucketReplication', 'PutReplicationConfiguration'], replicates),
    },
  ),
  callRow(
    {
      id: 'version-destroyed',
      title: 'Objects were deleted for good, or audit records were deleted',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Stop the identity, then restore the versions from the replica or the backup.',
    },
    { 's3:DeleteObject': deletesObject, 's3:DeleteObjectVersion': done, 's3:DeleteObjects': deletesObjects },
  ),
  callRow(
    {
      id: 'object-seized',
      title: 'Objects were encrypted under a key that AWS does not hold',
      question: 'destroy',
      severity: 'high',
      citations: CITES.integrity,
      firstStep: 'Stop the identity, then restore the earlier versions.',
    },
    each('s3', ['CopyObject', 'PutObject', 'CreateMultipartUpload'], seizesObject),
  ),
];
