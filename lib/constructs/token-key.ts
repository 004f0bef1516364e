import { Construct } from 'constructs';
import { type RoleKeyProps, roleKey } from './role-key';

/** Properties of a {@link TokenKey}: without it, no token of the audit log can be matched again. */
export type TokenKeyProps = RoleKeyProps;

/**
 * The key of the tokens that stand for patients in the audit log. It makes codes, and because it stays the same, the same
 * patient stays the same token.
 *
 * @see 45 CFR 164.312(b), 164.514(c)
 */
export class TokenKey extends Construct {
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: TokenKeyProps) {
    super(scope, id);
    this.keyArn = roleKey(
      this,
      {
        description: 'tokens of patients in the audit log',
        keySpec: 'HMAC_256',
        keyUsage: 'GENERATE_VERIFY_MAC',
        use: {
          sid: 'Tokens',
          actions: ['kms:GenerateMac'],
          conditions: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } },
        },
      },
      props,
    );
  }
}
