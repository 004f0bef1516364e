import { quoteValue } from '../../config/quote-value';
import type { BaselineRule } from '../baseline-rule';
import { statementsOf } from '../template-values/policy-statements';
import { judgeVariants } from '../template-values/variants';
import { doubleDuties } from './key-duties';

/**
 * Nobody whom a key's policy lets administer the key may use it by the same policy. The account as a whole may do both only in statements
 * that conditions keep apart, because then IAM policies of the account decide between them; `kms:*` for the account is everything
 * for everybody whom an administrator of IAM lets in. A policy that is left out is KMS's own, which says just that.
 *
 * @see 45 CFR 164.308(a)(4)(ii)(B)
 */
export const keyAdministrationApart: BaselineRule = {
  id: 'Baseline-KeyAdministrationApart',
  severity: 'error',
  info: 'The administrators of a key are not among its users.',
  explanation:
    'Who can both change the policy of a key and decrypt with it needs nobody to read everything; with the duties apart it takes two, and shows.',
  fix: 'Give administration (kms:PutKeyPolicy, kms:ScheduleKeyDeletion …) and use (kms:Decrypt, kms:GenerateDataKey …) in statements for different principals; for the account as a whole, condition one on aws:PrincipalArn or the other on kms:ViaService.',
  citations: ['164.308(a)(3)(ii)(A)', '164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  basis: 'practice',
  evaluate: ({ resource: { Type }, resource, template }) => {
    if (Type !== 'AWS::KMS::Key' && Type !== 'AWS::KMS::ReplicaKey') return [];
    return judgeVariants(resource, template, ({ KeyPolicy }) => {
      if (KeyPolicy === undefined)
        return [
          "'KeyPolicy' must keep administrators and users apart, got: none, so that the account may do everything.",
        ];
      const statements = statementsOf(KeyPolicy);
      if (statements === undefined)
        return ["'KeyPolicy' must be a policy that the template tells, got: one that it does not."];
      return doubleDuties(statements, template).map(
        (principal) =>
          `'KeyPolicy' must keep administrators and users apart, got: both for ${quoteValue(principal)}.`,
      );
    });
  },
};
