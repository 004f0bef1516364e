import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { DeploymentFunctionSettings } from './deployment-task';
import { provenCertificate, SelfSignedCertificate } from './load-balancer-certificate';

/** What a load balancer is called, and who proves it. */
export interface LoadBalancerName {
  /** @default - the load balancer's own name, and a certificate that is made while deploying */
  readonly domainName?: string | undefined;

  /** @default - one is made */
  readonly certificateArn?: string | undefined;

  /** Which self-made certificate it is, where one is made. */
  readonly certificateIssue: number;

  /** @default - the zone is somebody else's */
  readonly hostedZoneId?: string | undefined;
}

/** The certificate that is given, one that is proven through the zone, or one of a sandbox's own. */
export function listenerCertificate(
  scope: Construct,
  { domainName, certificateArn, certificateIssue, hostedZoneId }: LoadBalancerName,
  loadBalancer: ApplicationLoadBalancer,
  deployment: DeploymentFunctionSettings,
): { readonly arn: string; readonly selfSigned: boolean } {
  if (certificateArn !== undefined) return { arn: certificateArn, selfSigned: false };
  if (domainName !== undefined && hostedZoneId !== undefined) {
    return { arn: provenCertificate(scope, 'Certificate', { domainName, hostedZoneId }), selfSigned: false };
  }
  const made = new SelfSignedCertificate(scope, 'OwnCertificate', {
    ...deployment,
    hostName: loadBalancer.loadBalancerDnsName,
    issue: certificateIssue,
  });
  return { arn: made.certificateArn, selfSigned: true };
}

/** Points the name to the load balancer where the zone is ours. */
export function pointName(
  scope: Construct,
  { domainName, hostedZoneId }: Pick<LoadBalancerName, 'domainName' | 'hostedZoneId'>,
  loadBalancer: ApplicationLoadBalancer,
): void {
  if (domainName === undefined || hostedZoneId === undefined) return;
  new CfnRecordSet(scope, 'Name', {
    hostedZoneId,
    name: domainName,
    type: 'A',
    aliasTarget: {
      dnsName: loadBalancer.loadBalancerDnsName,
      hostedZoneId: loadBalancer.loadBalancerCanonicalHostedZoneId,
      evaluateTargetHealth: false,
    },
  });
}
