import type { BaselineRule } from '../baseline-rule';
import { outsidersIn } from '../template-values/outsiders';
import { statementsOf } from '../template-values/policy-statements';
import { judgeVariants } from '../template-values/variants';

/**
 * The policy of a key lets in nobody but this account, its organization or its network. A policy or principal that the template does not
 * tell counts as letting somebody in.
 *
 * @see 45 CFR 164.312(a)(2)(iv)
 */
export const keyPolicyOpen: BaselineRule = {
  id: 'Baseline-KeyPolicyOpen',
  severity: 'error',
  info: 'A key policy names no principal outside this account or its organization, and never everybody.',
  explanation: 'What a key encrypts is as open as the key.',
  fix: 'Name principals of this account (AWS::AccountId in a template), or add a condition on kms:CallerAccount, aws:PrincipalOrgID or aws:SourceAccount.',
  citations: ['164.312(a)(1)', '164.312(a)(2)(iv)'],
  basis: 'practice',
  evaluate: ({ resource: { Type }, resource, template, templates }) => {
    if (Type !== 'AWS::KMS::Key' && Type !== 'AWS::KMS::ReplicaKey') return [];
    return judgeVariants(resource, template, ({ KeyPolicy }) => {
      if (KeyPolicy === undefined) return [];
      const statements = statementsOf(KeyPolicy);
      if (statements === undefined)
        return ["'KeyPolicy' must be a policy that the template tells, got: one that it does not."];
      return outsidersIn(statements, template, templates).map(
        (outsider) =>
          `'KeyPolicy' must let in nobody but this account or its organization, got: ${outsider}.`,
      );
    });
  },
};
