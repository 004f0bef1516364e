import { Aws, Duration } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import {
  ApplicationProtocol,
  ApplicationTargetGroup,
  type IApplicationLoadBalancerTarget,
  Protocol,
  TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { CfnPermission, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/**
 * A function behind a listener. The load balancer invokes it over Lambda's own TLS interface; headers arrive with every
 * value that was sent, so that duplicates are seen and refused.
 *
 * @see docs/decisions/0020-function-behind-the-listener.md
 * @see 45 CFR 164.312(e)(1)
 */
export function functionTargetGroup(
  scope: Construct,
  id: string,
  handler: IFunction,
): ApplicationTargetGroup {
  return new ApplicationTargetGroup(scope, id, {
    targetType: TargetType.LAMBDA,
    targets: [invokedBy(scope, id, handler)],
    multiValueHeadersEnabled: true,
  });
}

/** CDK's own target lets load balancers of every account invoke the function; this one those of this account. */
function invokedBy(scope: Construct, id: string, handler: IFunction): IApplicationLoadBalancerTarget {
  return {
    attachToApplicationTargetGroup: (group) => {
      const permission = new CfnPermission(scope, `${id}Permission`, {
        action: 'lambda:InvokeFunction',
        functionName: handler.functionArn,
        principal: 'elasticloadbalancing.amazonaws.com',
        // The group registers the function only once it may invoke it, so its ARN is not known yet.
        sourceArn: `arn:${Aws.PARTITION}:elasticloadbalancing:${Aws.REGION}:${Aws.ACCOUNT_ID}:targetgroup/*`,
      });
      group.node.addDependency(permission);
      return { targetType: TargetType.LAMBDA, targetJson: { id: handler.functionArn } };
    },
  };
}

/** Properties of {@link httpsTargetGroup}. */
export interface HttpsTargetGroupProps {
  readonly vpc: IVpc;

  /** TCP port that the service answers on, over TLS with a certificate of any issuer. */
  readonly port: number;

  /** A path that answers 200 without a session and says nothing of a person. */
  readonly healthCheckPath: string;
}

/**
 * A team's own service behind the same listener: reached by address and over HTTPS only, health checks included. Let the
 * load balancer's security group out to it, and the service's in from it.
 *
 * @see 45 CFR 164.312(e)(1), 164.312(e)(2)(ii)
 */
export function httpsTargetGroup(
  scope: Construct,
  id: string,
  props: HttpsTargetGroupProps,
): ApplicationTargetGroup {
  return new ApplicationTargetGroup(scope, id, {
    vpc: props.vpc,
    targetType: TargetType.IP,
    protocol: ApplicationProtocol.HTTPS,
    port: props.port,
    deregistrationDelay: Duration.seconds(30),
    healthCheck: { protocol: Protocol.HTTPS, path: props.healthCheckPath, healthyHttpCodes: '200' },
  });
}
