import type { RemovalPolicy } from 'aws-cdk-lib';
import { ArnPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { administrationStatement, descriptionStatement } from './encryption-key';

/** Properties of a {@link TokenKey}. */
export interface TokenKeyProps {
  /** The only role that derives tokens from the key. */
  readonly roleArn: string;

  /** ARNs of the only principals that may administer the key, CDK's deployment role besides. */
  readonly administratorArns: readonly string[];

  /** What happens to the key when its stack is deleted: without it, no token of the audit log can be matched again. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The key of the tokens that stand for patients in the audit log. It makes codes and encrypts nothing; it never leaves KMS,
 * and KMS cannot rotate it, so that the same patient stays the same token.
 *
 * @see 45 CFR 164.312(b), 164.514(c)
 */
export class TokenKey extends Construct {
  readonly keyArn: string;

  constructor(scope: Construct, id: string, props: TokenKeyProps) {
    super(scope, id);
    const key = new CfnKey(this, 'Key', {
      description: 'HIPAA baseline: tokens of patients in the audit log',
      keySpec: 'HMAC_256',
      keyUsage: 'GENERATE_VERIFY_MAC',
      pendingWindowInDays: 30,
      keyPolicy: new PolicyDocument({
        statements: [
          administrationStatement(props.administratorArns),
          descriptionStatement(),
          new PolicyStatement({
            sid: 'Tokens',
            principals: [new ArnPrincipal(props.roleArn)],
            actions: ['kms:GenerateMac'],
            resources: ['*'],
            conditions: { StringEquals: { 'kms:MacAlgorithm': 'HMAC_SHA_256' } },
          }),
        ],
      }),
    });
    key.applyRemovalPolicy(props.removalPolicy);
    this.keyArn = key.attrArn;
  }
}
