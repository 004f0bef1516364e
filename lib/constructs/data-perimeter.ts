import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, StarPrincipal } from 'aws-cdk-lib/aws-iam';

/** Endpoint policies grant nothing: they bound what IAM grants, so every action of the one service may pass. */
const ANY_ACTION = ['*'];

/**
 * Lets only principals of this account through, and only to resources of this account: stolen data finds no way to
 * somebody else's bucket, nor somebody else's credentials a way to ours.
 *
 * Calls without a signature have no account and do not pass (anonymous S3 reads, federated `AssumeRoleWith…`,
 * Cognito sign-in). Neither do AWS services' own resources: a service that needs one gets a statement of its own.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(e)(1)
 */
export function accountPerimeter(): PolicyStatement {
  return new PolicyStatement({
    sid: 'OwnPrincipalsToOwnResources',
    // Gateway endpoints accept no other principal; the conditions narrow it.
    principals: [new StarPrincipal()],
    actions: ANY_ACTION,
    resources: ['*'],
    conditions: {
      StringEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID, 'aws:ResourceAccount': Aws.ACCOUNT_ID },
    },
  });
}

/**
 * Lets only principals of this account through, for a service that receives reports and has no resources.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export function principalPerimeter(): PolicyStatement {
  return new PolicyStatement({
    sid: 'OwnPrincipals',
    principals: [new StarPrincipal()],
    actions: ANY_ACTION,
    resources: ['*'],
    conditions: { StringEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID } },
  });
}

/**
 * Lets anyone read, and nobody write, the layers of container images that ECR keeps in a bucket of AWS: ECR signs
 * these reads itself, so that no condition on our principals could hold.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
export function imageLayerReads(): PolicyStatement {
  return new PolicyStatement({
    sid: 'ImageLayers',
    principals: [new StarPrincipal()],
    actions: ['s3:GetObject'],
    resources: [`arn:${Aws.PARTITION}:s3:::prod-${Aws.REGION}-starport-layer-bucket/*`],
  });
}
