import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { resourcesBehind } from '../template-values/references';
import { judgeVariants } from '../template-values/variants';
import { isAwsManagedKey } from './aws-managed-key';

const KEY_TYPES = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey', 'AWS::KMS::Alias'];

/**
 * A FHIR store is under our key. A key that the template does not tell counts as ours, a type of key that it does not tell as not.
 *
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export const fhirStoreKey: BaselineRule = {
  id: 'Baseline-FhirStoreKey',
  severity: 'error',
  info: 'A FHIR store of HealthLake has a customer-managed key.',
  explanation:
    'Without one HealthLake takes a key that AWS owns: nobody here sees its use, and nobody can take it away. It cannot be changed later.',
  fix: "Set SseConfiguration.KmsEncryptionConfig to CmkType 'CUSTOMER_MANAGED_KMS_KEY' and KmsKeyId to a key of your own; the store is made anew.",
  citations: ['164.312(a)(2)(iv)'],
  basis: 'practice',
  evaluate: (subject) =>
    subject.resource.Type === 'AWS::HealthLake::FHIRDatastore'
      ? judgeVariants(subject.resource, subject.template, (properties) => judge(properties, subject))
      : [],
};

function judge({ SseConfiguration }: JsonObject, { template, templates }: RuleSubject): readonly string[] {
  const config = plainObject(plainObject(SseConfiguration)?.KmsEncryptionConfig);
  const { CmkType: type, KmsKeyId: key } = config ?? {};
  if (type !== 'CUSTOMER_MANAGED_KMS_KEY') {
    return [
      `The FHIR store must have a customer-managed key: 'CmkType' must be CUSTOMER_MANAGED_KMS_KEY, ${got(type)}`,
    ];
  }
  const isKey = resourcesBehind(key, template, templates).every(({ resource }) =>
    KEY_TYPES.includes(resource.Type),
  );
  return key !== undefined && key !== '' && isKey && !isAwsManagedKey(key, template)
    ? []
    : [`The FHIR store must have a customer-managed key: 'KmsKeyId' must be one, ${got(key)}`];
}
