import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { isTrue } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';

/**
 * Whoever signs in proves it with more than a password, and was let in by somebody.
 *
 * @see 45 CFR 164.312(d), 164.308(a)(4)(ii)(B)
 */
export const userPoolMfa: BaselineRule = {
  id: 'Baseline-UserPoolMfa',
  severity: 'error',
  info: 'A Cognito user pool requires a second factor, and only administrators add users.',
  explanation: 'A stolen password alone opens the records, and with self sign-up not even that is needed.',
  fix: 'Set MfaConfiguration to ON and AdminCreateUserConfig.AllowAdminCreateUserOnly to true.',
  citations: ['164.312(d)', '164.308(a)(4)(ii)(B)'],
  basis: 'practice',
  evaluate: ({ resource, template }) =>
    resource.Type === 'AWS::Cognito::UserPool' ? judgeVariants(resource, template, judge) : [],
};

function judge({ MfaConfiguration: mfa, AdminCreateUserConfig: config }: JsonObject): readonly string[] {
  const administratorsOnly = plainObject(config)?.AllowAdminCreateUserOnly;
  return [
    ...(mfa === 'ON' ? [] : [`MfaConfiguration must be ON, ${got(mfa)}`]),
    ...(isTrue(administratorsOnly)
      ? []
      : [`AdminCreateUserConfig.AllowAdminCreateUserOnly must be true, ${got(administratorsOnly)}`]),
  ];
}
