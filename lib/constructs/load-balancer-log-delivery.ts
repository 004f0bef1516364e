import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** Where the logs of load balancers land in the region's access-log bucket. */
export const LOAD_BALANCER_LOG_PREFIX = 'load-balancers';

/**
 * Lets Elastic Load Balancing deliver the logs of this account's load balancers into the bucket, and nothing else.
 *
 * The service writes below the id of the account that owns the load balancer, so the path is what keeps others out; a
 * condition on the source would have to hold for a service that documents none.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * @see 45 CFR 164.312(b)
 */
export function receiveLoadBalancerLogs(bucket: Bucket): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LoadBalancerLogs',
      principals: [new ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`${LOAD_BALANCER_LOG_PREFIX}/AWSLogs/${Aws.ACCOUNT_ID}/*`)],
    }),
  );
}
