import type { ApiCall } from '../event/api-call';
import { at } from '../event/json';
import { listOf, textOf } from '../event/values';
import { done, turns } from '../judge/call-judges';
import { isFalse, isWord } from '../judge/value-tests';
import { anyOf, incident, type Judgement } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** The parts of GuardDuty, by their path: each has a switch of its own. */
const DATA_SOURCES = [
  'dataSources.s3Logs.enable',
  'dataSources.kubernetes.auditLogs.enable',
  'dataSources.malwareProtection.scanEc2InstanceWithFindings.ebsVolumes',
  'dataSources.cloudTrail.enable',
  'dataSources.dnsLogs.enable',
  'dataSources.flowLogs.enable',
];

/** Parts that are listed by name with a status. */
function featureOff(call: ApiCall): Judgement | undefined {
  const off = listOf(at(call.request, 'features')).find((feature) => {
    const auto = textOf(at(feature, 'autoEnable'));
    return textOf(at(feature, 'status'))?.toUpperCase() === 'DISABLED' || auto?.toUpperCase() === 'NONE';
  });
  return off === undefined ? undefined : incident('requestParameters.features: status is DISABLED');
}

const guardDutyOff = anyOf<ApiCall>(
  turns(['enable'], isFalse),
  ...DATA_SOURCES.map((path) => turns([path], isFalse)),
  featureOff,
);

/** The services that look for attacks, exposed data and weak settings. */
export const DETECTOR_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'detector-disabled',
      title: 'A service that detects attacks or exposed data was switched off or loses its members',
      question: 'blind',
      severity: 'critical',
      citations: CITES.detection,
      firstStep: 'Switch it on again, then review what happened in the account while it was off.',
    },
    {
      ...each(
        'guardduty',
        [
          'DeleteDetector',
          'DisassociateFromMasterAccount',
          'DisassociateFromAdministratorAccount',
          'DisassociateMembers',
          'DeleteMembers',
          'StopMonitoringMembers',
          'DisableOrganizationAdminAccount',
          'DeleteMalwareProtectionPlan',
        ],
        done,
      ),
      ...each(
        'securityhub',
        [
          'DisableSecurityHub',
          'DisableSecurityHubV2',
          'DisableSecurityHubFeatureV2',
          'BatchDisableStandards',
          'DisableImportFindingsForProduct',
          'DisassociateFromMasterAccount',
          'DisassociateFromAdministratorAccount',
          'DisassociateMembers',
          'DeleteMembers',
          'DisableOrganizationAdminAccount',
          'DeleteFindingAggregator',
          'DeleteAggregatorV2',
        ],
        done,
      ),
      ...each(
        'macie2',
        [
          'DisableMacie',
          'DisassociateFromMasterAccount',
          'DisassociateFromAdministratorAccount',
          'DisassociateMember',
          'DeleteMember',
          'DisableOrganizationAdminAccount',
        ],
        done,
      ),
      ...each('macie', ['DisableMacie', 'DisassociateS3Resources', 'DisassociateMemberAccount'], done),
      ...each('access-analyzer', ['DeleteAnalyzer'], done),
      ...each('inspector2', ['Disable', 'DisassociateMember', 'DisableDelegatedAdminAccount'], done),
      ...each(
        'detective',
        ['DeleteGraph', 'DeleteMembers', 'DisassociateMembership', 'DisableOrganizationAdminAccount'],
        done,
      ),
      ...each(
        'securitylake',
        [
          'DeleteDataLake',
          'DeleteDatalake',
          'DeleteAwsLogSource',
          'DeleteCustomLogSource',
          'DeregisterDataLakeDelegatedAdministrator',
        ],
        done,
      ),
      ...each('fms', ['DisassociateAdminAccount'], done),
      ...each('auditmanager', ['DeregisterAccount'], done),
    },
  ),
  callRow(
    {
      id: 'detector-weakened',
      title: 'A service that detects attacks or exposed data watches less',
      question: 'blind',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Switch the part on again, then review what it would have seen.',
    },
    {
      ...each('guardduty', ['UpdateDetector', 'UpdateMemberDetectors'], guardDutyOff),
      'guardduty:UpdateOrganizationConfiguration': anyOf(
        turns(['autoEnable'], isFalse),
        turns(['autoEnableOrganizationMembers'], isWord('NONE')),
        featureOff,
      ),
      'guardduty:UpdateMalwareProtectionPlan': turns(['actions.tagging.status'], isWord('DISABLED')),
      ...each(
        'guardduty',
        ['DeleteThreatIntelSet', 'DeleteThreatEntitySet', 'DeletePublishingDestination'],
        done,
      ),
      ...each('guardduty', ['UpdateThreatIntelSet', 'UpdateThreatEntitySet'], turns(['activate'], isFalse)),
      'macie2:UpdateMacieSession': turns(['status'], isWord('PAUSED')),
      'macie2:UpdateAutomatedDiscoveryConfiguration': turns(['status'], isWord('DISABLED')),
      'macie2:UpdateMemberSession': turns(['status'], isWord('PAUSED')),
      'macie2:UpdateOrganizationConfiguration': turns(['autoEnable'], isFalse),
      'macie2:UpdateClassificationJob': turns(['jobStatus'], isWord('CANCELLED', 'USER_PAUSED')),
      'securityhub:UpdateSecurityHubConfiguration': turns(['autoEnableControls'], isFalse),
      'guardduty:DeleteCustomDetectionRuleAssociation': done,
      'macie2:BatchUpdateAutomatedDiscoveryAccounts': (call) =>
        listOf(at(call.request, 'accounts')).some(
          (account) => textOf(at(account, 'status'))?.toUpperCase() === 'DISABLED',
        )
          ? incident('requestParameters.accounts: status is DISABLED')
          : undefined,
      'securityhub:UpdateStandardsControl': turns(['controlStatus'], isWord('DISABLED')),
      'securityhub:BatchUpdateStandardsControlAssociations': (call) =>
        listOf(at(call.request, 'standardsControlAssociationUpdates')).some(
          (update) => textOf(at(update, 'associationStatus'))?.toUpperCase() === 'DISABLED',
        )
          ? incident('requestParameters.standardsControlAssociationUpdates: associationStatus is DISABLED')
          : undefined,
      'securityhub:UpdateOrganizationConfiguration': turns(['autoEnable'], isFalse),
      'inspector2:UpdateOrganizationConfiguration': anyOf(
        turns(['autoEnable.ec2'], isFalse),
        turns(['autoEnable.ecr'], isFalse),
        turns(['autoEnable.lambda'], isFalse),
      ),
      'detective:UpdateOrganizationConfiguration': turns(['autoEnable'], isFalse),
    },
  ),
];
