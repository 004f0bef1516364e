import type { ApiCall } from '../event/api-call';
import { at } from '../event/json';
import { showValue } from '../event/show';
import { textOf } from '../event/values';
import { done, turns, watched } from '../judge/call-judges';
import { isWord } from '../judge/value-tests';
import { incident, type Judgement, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Services that record or detect for a whole organization. */
const WATCHERS =
  /^(cloudtrail|config|config-multiaccountsetup|guardduty|securityhub|macie|macie2|access-analyzer|inspector2|detective|securitylake|fms|backup)\./;

function watcherLost(call: ApiCall): Judgement {
  const service = textOf(at(call.request, 'servicePrincipal'));
  return service !== undefined && WATCHERS.test(service)
    ? incident(`requestParameters.servicePrincipal is ${showValue(service)}`)
    : review(`requestParameters.servicePrincipal is ${showValue(service)}`);
}

/** AWS Organizations: what holds for every account of ours. */
export const ORGANIZATION_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'organization-left',
      title: 'An account left the organization, or lost what guards every account',
      question: 'blind',
      severity: 'critical',
      citations: CITES.audit,
      firstStep: 'Invite the account back, and check its trail, its detectors and its policies meanwhile.',
    },
    {
      ...each(
        'organizations',
        ['LeaveOrganization', 'RemoveAccountFromOrganization', 'DeleteOrganization'],
        done,
      ),
      'organizations:DisablePolicyType': turns(
        ['policyType'],
        isWord(
          'SERVICE_CONTROL_POLICY',
          'RESOURCE_CONTROL_POLICY',
          'DECLARATIVE_POLICY_EC2',
          'BACKUP_POLICY',
        ),
      ),
      ...each('organizations', ['DeregisterDelegatedAdministrator', 'DisableAWSServiceAccess'], watcherLost),
      'cloudtrail:DeregisterOrganizationDelegatedAdmin': done,
    },
  ),
  callRow(
    {
      id: 'organization-changed',
      title: 'Accounts or policies of the organization were changed',
      question: 'watch',
      severity: 'medium',
      citations: CITES.rights,
      firstStep: 'Compare the organization with what was agreed.',
    },
    {
      ...each(
        'organizations',
        [
          'DetachPolicy',
          'DeletePolicy',
          'UpdatePolicy',
          'AttachPolicy',
          'MoveAccount',
          'InviteAccountToOrganization',
          'AcceptHandshake',
          'CreateAccount',
          'RegisterDelegatedAdministrator',
          'EnableAllFeatures',
          'DeleteResourcePolicy',
        ],
        watched,
      ),
      ...each('account', ['EnableRegion', 'DisableRegion'], watched),
    },
  ),
];
