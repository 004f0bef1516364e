import type { RemovalPolicy } from 'aws-cdk-lib';
import {
  CfnUserPool,
  CfnUserPoolGroup,
  CfnUserPoolRiskConfigurationAttachment,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';

/** Shorter passwords are found by trying (practice; NIST SP 800-63B asks for 15 where a password stands alone). */
const PASSWORD_LENGTH = 14;

/** Days that an invitation is good for. */
const INVITATION_DAYS = 1;

/** Passwords that may not come again. */
const PASSWORD_HISTORY = 24;

/** Properties of a {@link StaffPool}. */
export interface StaffPoolProps {
  /** A group for each role; what a person may do is said by the service's own register, the group only has to agree. */
  readonly roles: readonly string[];

  /** What happens to the pool when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Who can sign in: people whom an administrator added, with a long password and a code of an authenticator app, watched by
 * Cognito's threat protection. No messages are sent to telephones, which are no second factor and would need a role.
 *
 * @see 45 CFR 164.312(a)(2)(i), 164.312(d), 164.308(a)(5)(ii)(D)
 */
export class StaffPool extends Construct {
  readonly userPoolId: string;
  readonly userPoolArn: string;

  constructor(scope: Construct, id: string, props: StaffPoolProps) {
    super(scope, id);
    const pool = this.renderPool();
    pool.applyRemovalPolicy(props.removalPolicy);
    this.userPoolId = pool.ref;
    this.userPoolArn = pool.attrArn;
    this.renderRisk();
    for (const role of props.roles) {
      new CfnUserPoolGroup(this, `${role.charAt(0).toUpperCase()}${role.slice(1)}`, {
        userPoolId: pool.ref,
        groupName: role,
        description: `People whom the register knows as ${role}`,
      });
    }
  }

  private renderPool(): CfnUserPool {
    return new CfnUserPool(this, 'Pool', {
      userPoolTier: 'PLUS',
      userPoolAddOns: { advancedSecurityMode: 'ENFORCED' },
      deletionProtection: 'ACTIVE',
      mfaConfiguration: 'ON',
      enabledMfas: ['SOFTWARE_TOKEN_MFA'],
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      // A lost authenticator or password is an administrator's business: a mailbox is no second factor.
      accountRecoverySetting: { recoveryMechanisms: [{ name: 'admin_only', priority: 1 }] },
      autoVerifiedAttributes: ['email'],
      usernameConfiguration: { caseSensitive: false },
      policies: {
        passwordPolicy: {
          minimumLength: PASSWORD_LENGTH,
          requireLowercase: true,
          requireUppercase: true,
          requireNumbers: true,
          requireSymbols: true,
          passwordHistorySize: PASSWORD_HISTORY,
          temporaryPasswordValidityDays: INVITATION_DAYS,
        },
      },
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ['email'] },
      // `service` marks a login that is nobody's: the service opens no session for it. Its owner cannot change it.
      schema: [
        { name: 'email', attributeDataType: 'String', required: true, mutable: true },
        {
          name: 'kind',
          attributeDataType: 'String',
          mutable: true,
          stringAttributeConstraints: { minLength: '1', maxLength: '16' },
        },
      ],
    });
  }

  /** What Cognito does about a password that is known elsewhere, and about a sign-in that looks like somebody else. */
  private renderRisk(): void {
    const block = { eventAction: 'BLOCK', notify: false };
    new CfnUserPoolRiskConfigurationAttachment(this, 'Risk', {
      userPoolId: this.userPoolId,
      clientId: 'ALL',
      compromisedCredentialsRiskConfiguration: {
        actions: { eventAction: 'BLOCK' },
        eventFilter: ['SIGN_IN', 'PASSWORD_CHANGE'],
      },
      accountTakeoverRiskConfiguration: {
        actions: {
          highAction: block,
          // The pool demands the code of everybody who has one; who has none yet is about to set one up.
          mediumAction: { eventAction: 'MFA_IF_CONFIGURED', notify: false },
          lowAction: { eventAction: 'MFA_IF_CONFIGURED', notify: false },
        },
      },
    });
  }
}
