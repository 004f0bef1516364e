import { Construct } from 'constructs';
import { AuditStream, type AuditStreamProps } from './audit-stream';
import { type RoleKeyProps, roleKey } from './role-key';

/** Properties of {@link AccessLogHeads}. */
export interface AccessLogHeadsProps extends RoleKeyProps, Omit<AuditStreamProps, 'prefix'> {}

/**
 * What makes a cut-off end of the access log seen: a key that only its writer signs with, and a stream of its own for the
 * signed heads. Everybody in the account who may look at keys can fetch the public half, which is all that checking takes.
 *
 * @see 45 CFR 164.312(b), 164.312(c)(1), 164.312(c)(2)
 */
export class AccessLogHeads extends Construct {
  readonly keyArn: string;
  readonly stream: AuditStream;

  constructor(scope: Construct, id: string, props: AccessLogHeadsProps) {
    super(scope, id);
    this.stream = new AuditStream(this, 'Stream', { ...props, prefix: 'records-access-heads' });
    this.keyArn = roleKey(
      this,
      {
        description: 'heads of the access log',
        keySpec: 'ECC_NIST_P256',
        keyUsage: 'SIGN_VERIFY',
        use: {
          sid: 'Heads',
          actions: ['kms:Sign'],
          conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } },
        },
      },
      props,
    );
  }
}
