import { at } from '../event/json';
import { flagOf, listOf, textOf } from '../event/values';
import { done, turns, turnsToReview, watched } from '../judge/call-judges';
import { isTrue, isWord } from '../judge/value-tests';
import { incident } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** What keeps findings from being seen. */
export const HIDDEN_FINDING_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'findings-suppressed',
      title: 'A rule hides findings before anybody sees them',
      question: 'blind',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Remove the rule, then read the findings that it hid.',
    },
    {
      ...each('guardduty', ['CreateFilter', 'UpdateFilter'], turns(['action'], isWord('ARCHIVE'))),
      ...each(
        'guardduty',
        ['CreateIPSet', 'UpdateIPSet', 'CreateTrustedEntitySet', 'UpdateTrustedEntitySet'],
        turns(['activate'], isTrue),
      ),
      ...each(
        'macie2',
        ['CreateFindingsFilter', 'UpdateFindingsFilter'],
        turns(['action'], isWord('ARCHIVE')),
      ),
      ...each('inspector2', ['CreateFilter', 'UpdateFilter'], turns(['action'], isWord('SUPPRESS'))),
      ...each('access-analyzer', ['CreateArchiveRule'], done),
      ...each('securityhub', ['CreateAutomationRule', 'CreateAutomationRuleV2'], (call) =>
        listOf(at(call.request, 'actions')).some(
          (action) =>
            textOf(at(action, 'findingFieldsUpdate.workflow.status'))?.toUpperCase() === 'SUPPRESSED',
        )
          ? incident('requestParameters.actions: workflow.status is SUPPRESSED')
          : watched(call),
      ),
    },
  ),
  callRow(
    {
      id: 'findings-handled',
      title: 'Findings were archived or suppressed by hand, or are published later',
      question: 'watch',
      severity: 'low',
      citations: CITES.detection,
      firstStep: 'Check that each archived finding was understood.',
    },
    {
      ...each('guardduty', ['ArchiveFindings'], watched),
      ...each('access-analyzer', ['UpdateArchiveRule', 'ApplyArchiveRule', 'UpdateAnalyzer'], watched),
      'access-analyzer:UpdateFindings': turnsToReview(['status'], isWord('ARCHIVED')),
      'securityhub:BatchUpdateFindings': turnsToReview(['workflow.status'], isWord('SUPPRESSED', 'RESOLVED')),
      ...each(
        'securityhub',
        ['BatchUpdateAutomationRules', 'UpdateSecurityControl', 'DeleteActionTarget'],
        watched,
      ),
      ...each(
        'guardduty',
        ['UpdateDetector'],
        turnsToReview(['findingPublishingFrequency'], isWord('SIX_HOURS', 'ONE_HOUR')),
      ),
      ...each(
        'macie2',
        ['UpdateMacieSession'],
        turnsToReview(['findingPublishingFrequency'], isWord('SIX_HOURS', 'ONE_HOUR')),
      ),
      ...each(
        'macie2',
        [
          'CreateAllowList',
          'UpdateAllowList',
          'UpdateClassificationScope',
          'PutFindingsPublicationConfiguration',
        ],
        watched,
      ),
      'guardduty:UpdatePublishingDestination': watched,
      'guardduty:UpdateMalwareScanSettings': watched,
      'macie2:UpdateRevealConfiguration': watched,
      ...each(
        'securityhub',
        ['DeleteConfigurationPolicy', 'UpdateConfigurationPolicy', 'StartConfigurationPolicyDisassociation'],
        watched,
      ),
      ...each('ecr', ['PutImageScanningConfiguration', 'PutRegistryScanningConfiguration'], watched),
      'guardduty:CreateIPSet': (call) =>
        flagOf(at(call.request, 'activate')) === true ? undefined : watched(call),
    },
  ),
];
