import { keepsAuditRecords } from '../event/audit-name';
import { at } from '../event/json';
import { textOf, textsIn } from '../event/values';
import { opensAcl, setsAcl } from '../judge/access-control-list';
import { bucketOf } from '../judge/bucket-name';
import { removesPublicAccessBlock } from '../judge/bucket-settings';
import { done, tightens, turns, watched } from '../judge/call-judges';
import { isFalse, isWord } from '../judge/value-tests';
import { anyOf, ignore, incident, review } from '../judgement';
import { opensPolicy } from '../policy/judge-policy';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Amazon S3: who can reach objects. */
export const BUCKET_ACCESS_SIGNALS: readonly CallRow[] = [
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
];
