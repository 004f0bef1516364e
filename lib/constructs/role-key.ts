import type { RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, ArnPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { administrationStatement, descriptionStatement } from './encryption-key';

/** Who uses and who administers a key that one role works with. */
export interface RoleKeyProps {
  /** The only role that uses the key. */
  readonly roleArn: string;

  /** ARNs of the only principals that may administer the key, CDK's deployment role besides. */
  readonly administratorArns: readonly string[];

  /** What happens to the key when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/** What the key is and what the role does with it. */
interface KeyUse {
  readonly description: string;
  readonly keySpec: 'ECC_NIST_P256' | 'HMAC_256';
  readonly keyUsage: 'GENERATE_VERIFY_MAC' | 'SIGN_VERIFY';

  /** What the role may do, by its statements on this key. */
  readonly use: {
    readonly sid: string;
    readonly actions: string[];
    readonly conditions: Record<string, object>;
  };
}

/**
 * A key that encrypts nothing and never leaves KMS, used by one role, which its policy names: the role's own policy need not
 * know the key. KMS cannot rotate such a key.
 */
export function roleKey(
  scope: Construct,
  { description, keySpec, keyUsage, use }: KeyUse,
  props: RoleKeyProps,
): string {
  const key = new CfnKey(scope, 'Key', {
    description: `HIPAA baseline: ${description}`,
    keySpec,
    keyUsage,
    pendingWindowInDays: 30,
    keyPolicy: new PolicyDocument({
      statements: [
        administrationStatement(props.administratorArns),
        descriptionStatement(),
        ...(keyUsage === 'SIGN_VERIFY' ? [publicKeyStatement()] : []),
        new PolicyStatement({ ...use, principals: [new ArnPrincipal(props.roleArn)], resources: ['*'] }),
      ],
    }),
  });
  key.applyRemovalPolicy(props.removalPolicy);
  return key.attrArn;
}

/** Whoever checks a signature needs the public half, as far as their own IAM policies let them ask for it. */
function publicKeyStatement(): PolicyStatement {
  return new PolicyStatement({
    sid: 'PublicKey',
    principals: [new AccountRootPrincipal()],
    actions: ['kms:GetPublicKey'],
    resources: ['*'],
  });
}
