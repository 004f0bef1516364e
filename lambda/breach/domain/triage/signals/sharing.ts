import { at } from '../event/json';
import { listOf, textOf, textsIn } from '../event/values';
import { done, turnsToReview, watched } from '../judge/call-judges';
import { outsideIfGiven, sharesImage, sharesResource, targetsOutside } from '../judge/outside-judges';
import { isTrue } from '../judge/value-tests';
import { incident } from '../judgement';
import { judgeRecipients, shares, sharesIfGiven } from '../policy/sharing';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Giving snapshots, images and other resources to accounts by name. */
export const SHARING_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'snapshot-shared',
      title: 'A copy of data was shared with the public or with another account',
      question: 'expose',
      severity: 'critical',
      citations: CITES.disclosure,
      firstStep: 'Take the permission away at once: a copy that was made meanwhile cannot be called back.',
    },
    {
      ...each(
        'rds',
        ['ModifyDBSnapshotAttribute', 'ModifyDBClusterSnapshotAttribute'],
        shares({ adds: ['valuesToAdd'], removes: ['valuesToRemove'] }),
      ),
      'ec2:ModifySnapshotAttribute': shares({
        adds: ['createVolumePermission.add', 'userIds', 'groupNames'],
        removes: ['createVolumePermission.remove'],
      }),
      'redshift:AuthorizeSnapshotAccess': shares({ adds: ['accountWithRestoreAccess'] }),
      ...each('ec2', ['SharedSnapshotCopyInitiated', 'SharedSnapshotVolumeCreated'], done),
      'elasticache:CopySnapshot': (call) =>
        textOf(at(call.request, 'targetBucket')) === undefined ? undefined : watched(call),
      'dynamodb:ExportTableToPointInTime': (call) => outsideIfGiven('s3BucketOwner')(call) ?? watched(call),
    },
  ),
  callRow(
    {
      id: 'image-shared',
      title: 'An image was shared with the public or with another account',
      question: 'expose',
      severity: 'high',
      citations: CITES.disclosure,
      firstStep: 'Take the launch permission away, then rotate every secret that the image holds.',
    },
    {
      ...each('ec2', ['ModifyImageAttribute', 'ModifyFpgaImageAttribute'], sharesImage),
      'appstream:UpdateImagePermissions': outsideIfGiven('sharedAccountId'),
      'workspaces:UpdateWorkspaceImagePermission': outsideIfGiven('sharedAccountId'),
    },
  ),
  callRow(
    {
      id: 'resource-shared',
      title: 'A resource was shared with another account',
      question: 'expose',
      severity: 'high',
      citations: CITES.access,
      firstStep: 'End the share, then find out what the other account did with it.',
    },
    {
      ...each('ram', ['CreateResourceShare', 'AssociateResourceShare'], sharesResource),
      ...each('ram', ['UpdateResourceShare'], turnsToReview(['allowExternalPrincipals'], isTrue)),
      ...each('ram', ['EnableSharingWithAwsOrganization', 'AcceptResourceShareInvitation'], watched),
      ...each('es', ['CreateOutboundConnection', 'AcceptInboundConnection'], watched),
      'lakeformation:RegisterResource': watched,
      'ssm:ModifyDocumentPermission': shares({ adds: ['accountIdsToAdd'], removes: ['accountIdsToRemove'] }),
      'redshift:AuthorizeDataShare': shares({ adds: ['consumerIdentifier'] }),
      'redshift:AuthorizeEndpointAccess': shares({ adds: ['account'] }),
      'servicecatalog:CreatePortfolioShare': outsideIfGiven('accountId', 'organizationNode.value'),
      'lakeformation:GrantPermissions': outsideIfGiven('principal.dataLakePrincipalIdentifier'),
      'lakeformation:BatchGrantPermissions': watched,
      'ec2:ModifyVpcEndpointServicePermissions': shares({
        adds: ['addAllowedPrincipals', 'AddAllowedPrincipals'],
        removes: ['removeAllowedPrincipals'],
      }),
      'ec2:CreateNetworkInterfacePermission': outsideIfGiven('awsAccountId'),
      'ecr:PutReplicationConfiguration': sharesIfGiven({ adds: ['replicationConfiguration.rules'] }),
      'es:AuthorizeVpcEndpointAccess': outsideIfGiven('account'),
      'ec2:EnableAddressTransfer': outsideIfGiven('transferAccountId'),
      'route53domains:TransferDomainToAnotherAwsAccount': outsideIfGiven('accountId'),
      'ds:ShareDirectory': outsideIfGiven('shareTarget.id'),
      'serverlessrepo:PutApplicationPolicy': (call) => {
        const principals = listOf(at(call.request, 'statements')).flatMap((statement) =>
          textsIn(at(statement, 'principals')),
        );
        return principals.length === 0
          ? watched(call)
          : judgeRecipients(principals, 'requestParameters.statements.principals', call.accounts);
      },
      'oam:CreateLink': outsideIfGiven('sinkIdentifier'),
      ...each('sns', ['AddPermission'], shares({ adds: ['aWSAccountId', 'aWSAccountIds'] })),
      ...each('sqs', ['AddPermission'], shares({ adds: ['aWSAccountIds', 'aWSAccountId'] })),
      'sns:Subscribe': (call) => {
        const endpoint = textOf(at(call.request, 'endpoint'));
        return endpoint?.startsWith('arn:') === true ? outsideIfGiven('endpoint')(call) : watched(call);
      },
      'events:PutTargets': targetsOutside,
      'route53:CreateVPCAssociationAuthorization': watched,
      'codebuild:UpdateProjectVisibility': (call) =>
        textOf(at(call.request, 'projectVisibility')) === 'PUBLIC_READ'
          ? incident('requestParameters.projectVisibility is PUBLIC_READ')
          : undefined,
    },
  ),
];
