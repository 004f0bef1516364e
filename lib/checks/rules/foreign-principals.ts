import type { BaselineRule } from '../baseline-rule';
import { outsidersIn } from '../template-values/outsiders';
import { resourcePolicies } from '../template-values/resource-policies';
import { judgeVariants } from '../template-values/variants';

/**
 * The policy of a bucket, topic, queue, secret, vault, repository, file system, function or role lets in nobody but this account, its
 * organization or its network. A policy or principal that the template does not tell counts as letting somebody in.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export const foreignPrincipals: BaselineRule = {
  id: 'Baseline-ForeignPrincipals',
  severity: 'error',
  info: 'A resource policy names no principal outside this account or its organization, and never everybody.',
  explanation:
    'Whoever a resource policy names gets in without any right in this account; each outsider is a disclosure that needs an agreement.',
  fix: 'Name principals of this account (the CDK writes them by reference; AWS::AccountId in a template), or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount, aws:SourceAccount or aws:SourceArn.',
  citations: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)', '164.308(b)(1)'],
  basis: 'practice',
  evaluate: ({ resource, template, templates }) =>
    judgeVariants(resource, template, (properties) =>
      resourcePolicies(resource.Type, properties).flatMap(({ property, statements }) =>
        statements === undefined
          ? [`'${property}' must be a policy that the template tells, got: one that it does not.`]
          : outsidersIn(statements, template, templates).map(
              (outsider) =>
                `'${property}' must let in nobody but this account or its organization, got: ${outsider}.`,
            ),
      ),
    ),
};
