import { Aws, type RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { administrationStatement, descriptionStatement } from './encryption-key';

/** Properties of {@link IncidentKeys}. */
export interface IncidentKeysProps {
  /** Name of the stack whose roles work with the register, which stands after the keys. */
  readonly responseStackName: string;

  /** ARNs of the only principals that may administer the keys, CDK's deployment role besides. */
  readonly administratorArns: readonly string[];

  /** What happens to the keys when their stack is deleted: signatures can be checked only while the key is there. */
  readonly removalPolicy: RemovalPolicy;
}

/** The ARNs that CloudFormation gives the roles of a stack. */
export function rolesOfStack(stackName: string): string {
  return `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${stackName}-*`;
}

/**
 * The register's two keys that encrypt nothing and never leave KMS: one signs how far the timelines have got, from the other
 * come the tokens that stand for names. Only roles of the response stack use them, as far as their own policies let them.
 *
 * @see docs/decisions/0028-name-tokens.md
 * @see 45 CFR 164.312(c)(1), 164.312(c)(2)
 */
export class IncidentKeys extends Construct {
  readonly headKeyArn: string;
  readonly nameKeyArn: string;

  constructor(scope: Construct, id: string, props: IncidentKeysProps) {
    super(scope, id);
    this.headKeyArn = this.renderKey('Heads', props, {
      description: 'heads of incident timelines',
      keySpec: 'ECC_NIST_P256',
      keyUsage: 'SIGN_VERIFY',
      statements: [
        useStatement(props, 'kms:Sign', { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' }),
        // Whoever checks a signature needs the public half, as far as their own policies let them ask for it.
        new PolicyStatement({
          sid: 'PublicKey',
          principals: [new AccountRootPrincipal()],
          actions: ['kms:GetPublicKey'],
          resources: ['*'],
        }),
      ],
    });
    this.nameKeyArn = this.renderKey('Names', props, {
      description: 'tokens of names in the incident register',
      keySpec: 'HMAC_256',
      keyUsage: 'GENERATE_VERIFY_MAC',
      statements: [useStatement(props, 'kms:GenerateMac', { 'kms:MacAlgorithm': 'HMAC_SHA_256' })],
    });
  }

  private renderKey(
    id: string,
    { administratorArns, removalPolicy }: IncidentKeysProps,
    key: {
      readonly description: string;
      readonly keySpec: string;
      readonly keyUsage: string;
      readonly statements: PolicyStatement[];
    },
  ): string {
    const { description, keySpec, keyUsage, statements } = key;
    const resource = new CfnKey(this, id, {
      description: `HIPAA baseline: ${description}`,
      keySpec,
      keyUsage,
      pendingWindowInDays: 30,
      keyPolicy: new PolicyDocument({
        statements: [administrationStatement(administratorArns), descriptionStatement(), ...statements],
      }),
    });
    resource.applyRemovalPolicy(removalPolicy);
    return resource.attrArn;
  }
}

function useStatement(
  { responseStackName }: IncidentKeysProps,
  action: string,
  algorithm: Readonly<Record<string, string>>,
): PolicyStatement {
  return new PolicyStatement({
    sid: 'Response',
    principals: [new AccountRootPrincipal()],
    actions: [action],
    resources: ['*'],
    conditions: {
      ArnLike: { 'aws:PrincipalArn': rolesOfStack(responseStackName) },
      StringEquals: algorithm,
    },
  });
}
