import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { policyDocument } from '../template-values/policy-statements';
import { listOf, wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';
import { isAuditLogGroup } from './log-group-purpose';

/**
 * A log group is encrypted with our key and has a retention; where PHI can reach it, PHI identifiers are masked. A retention or a masking
 * policy that the template does not tell counts as absent, a key that it does not tell as given.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.502(b)
 */
export const logGroupProtected: BaselineRule = {
  id: 'Baseline-LogGroupProtected',
  severity: 'error',
  info: 'A log group has a customer-managed key and a retention, and masks PHI identifiers unless it holds audit records.',
  explanation:
    'Applications and databases write to their logs what nobody meant them to write, and many more people read logs than records.',
  fix: 'Set KmsKeyId and RetentionInDays, and a DataProtectionPolicy with a Deidentify operation; the class of the group must be STANDARD.',
  citations: ['164.312(a)(2)(iv)', '164.312(b)', '164.502(b)'],
  basis: 'practice',
  evaluate: ({ logicalId, resource, template, templates }) =>
    resource.Type === 'AWS::Logs::LogGroup'
      ? judgeVariants(resource, template, (properties) => [
          ...judgeStorage(properties),
          ...(isAuditLogGroup({ logicalId, resource, template }, properties.LogGroupName, templates)
            ? []
            : judgeMasking(properties)),
        ])
      : [],
};

function judgeStorage({ KmsKeyId, RetentionInDays }: JsonObject): readonly string[] {
  return [
    ...(KmsKeyId === undefined || KmsKeyId === ''
      ? ["The log group must be encrypted with a customer-managed key: 'KmsKeyId' must be set, got: none."]
      : []),
    ...((wholeNumber(RetentionInDays) ?? 0) > 0
      ? []
      : [`The log group must have a retention: 'RetentionInDays' must be a number, ${got(RetentionInDays)}`]),
  ];
}

function judgeMasking({ DataProtectionPolicy, LogGroupClass }: JsonObject): readonly string[] {
  if (LogGroupClass !== undefined && LogGroupClass !== 'STANDARD') {
    return [
      `PHI can reach the log group, and only the class STANDARD masks it: 'LogGroupClass' must be STANDARD, ${got(LogGroupClass)}`,
    ];
  }
  if (masks(DataProtectionPolicy)) return [];
  const found =
    plainObject(DataProtectionPolicy) === undefined
      ? got(DataProtectionPolicy)
      : 'got: a policy without one.';
  return [`PHI can reach the log group: 'DataProtectionPolicy' must have a Deidentify operation, ${found}`];
}

function masks(policy: unknown): boolean {
  return listOf(policyDocument(policy)?.Statement).some((statement) => {
    const operation = plainObject(plainObject(statement)?.Operation);
    return (
      plainObject(operation?.Deidentify) !== undefined &&
      listOf(plainObject(statement)?.DataIdentifier).length > 0
    );
  });
}
