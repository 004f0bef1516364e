import { isCalledAuditLogGroup } from '../../shared/audit-log-groups';
import { compliant, type Judgement, nonCompliant, notApplicable } from './compliance';

/** A log group, as far as masking goes. */
export interface LogGroupFacts {
  readonly name: string;
  /** Whether a data protection policy of the group or of the account is in force. */
  readonly isMasked: boolean;
}

/**
 * Whether what is read from a log group is masked. Groups of audit records need no masking, which can blind alarms; the
 * templates are held to the same.
 *
 * @see 45 CFR 164.312(a)(1), 164.502(b)
 */
export function judgeLogGroup({ name, isMasked }: LogGroupFacts): Judgement {
  if (isMasked) return compliant('A data protection policy masks what is read.');
  return isCalledAuditLogGroup(name)
    ? notApplicable('The group holds audit records, where masking can blind the alarms.')
    : nonCompliant('No data protection policy masks what is read.');
}
