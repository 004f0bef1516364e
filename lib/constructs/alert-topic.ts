import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { declareNoPhi } from '../checks/eligibility/declare-no-phi';

/** Properties of an {@link AlertTopic}. */
export interface AlertTopicProps {
  /** The alerts key; its policy lets CloudWatch use it. */
  readonly key: IKey;

  /**
   * The address that alerts are sent to, once its owner has confirmed the subscription.
   *
   * @default - nobody is subscribed
   */
  readonly email?: string;
}

/**
 * An encrypted topic that the CloudWatch alarms of this account can publish to, over TLS.
 * What is published must be free of PHI: e-mail leaves the boundary.
 *
 * @see 45 CFR 164.308(a)(6)(ii), 164.312(e)(1)
 */
export class AlertTopic extends Topic {
  constructor(scope: Construct, id: string, props: AlertTopicProps) {
    super(scope, id, { masterKey: props.key, enforceSSL: true });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    // Says so in the template: the checks let no other topic out to whom no agreement covers.
    declareNoPhi(this);
    if (props.email !== undefined) this.addSubscription(new EmailSubscription(props.email));
  }
}
