import type { ConfigRuleRow } from './config-rule';

/**
 * Rules about proving who one is.
 *
 * @see 45 CFR 164.312(d)
 */
export const AUTHENTICATION_RULES: readonly ConfigRuleRow[] = [
  {
    name: 'iam-password-policy',
    identifier: 'IAM_PASSWORD_POLICY',
    primary: '164.312(d)',
    citations: ['164.308(a)(4)(ii)(B)', '164.308(a)(5)(ii)(D)', '164.312(d)'],
    citationSource: 'cdk-nag',
    parameters: {
      MaxPasswordAge: 90,
      MinimumPasswordLength: 14,
      PasswordReusePrevention: 24,
      RequireLowercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
      RequireUppercaseCharacters: true,
    },
  },
  {
    name: 'iam-user-mfa-enabled',
    identifier: 'IAM_USER_MFA_ENABLED',
    primary: '164.312(d)',
    citations: ['164.308(a)(4)(ii)(B)', '164.312(d)'],
    citationSource: 'cdk-nag',
  },
  {
    name: 'mfa-enabled-for-iam-console-access',
    identifier: 'MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS',
    primary: '164.312(d)',
    citations: ['164.312(d)'],
    citationSource: 'cdk-nag',
  },
  {
    name: 'root-account-hardware-mfa-enabled',
    identifier: 'ROOT_ACCOUNT_HARDWARE_MFA_ENABLED',
    primary: '164.312(d)',
    citations: ['164.312(d)'],
    citationSource: 'cdk-nag',
  },
  {
    name: 'root-account-mfa-enabled',
    identifier: 'ROOT_ACCOUNT_MFA_ENABLED',
    primary: '164.312(d)',
    citations: ['164.312(d)'],
    citationSource: 'cdk-nag',
  },
];
