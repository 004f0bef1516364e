import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ManagedPolicyRole } from './managed-policy-role';

/** Properties of a {@link BreakGlassAlert}. */
export interface BreakGlassAlertProps {
  /** Who is told. */
  readonly alertTopic: ITopic;

  /** The key of the topic, used through `sns`. */
  readonly alertsKey: IKey;
}

/**
 * Tells security at once that somebody opened a record in an emergency. The alert is built from four fields, an id, a code
 * and two times: it says neither who nor whose record, which the audit log and the review do.
 *
 * @see 45 CFR 164.312(a)(2)(ii), 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii)
 */
export class BreakGlassAlert extends Construct {
  constructor(scope: Construct, id: string, { alertTopic, alertsKey }: BreakGlassAlertProps) {
    super(scope, id);
    // A role of its own: the topic stands in an earlier stack, whose policy names nothing of this one.
    const role = new ManagedPolicyRole(this, 'Role', {
      assumedBy: new ServicePrincipal('events.amazonaws.com'),
    });
    role.addToPrincipalPolicy(
      new PolicyStatement({ sid: 'Publish', actions: ['sns:Publish'], resources: [alertTopic.topicArn] }),
    );
    role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'Encrypt',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [alertsKey.keyArn],
      }),
    );
    new Rule(this, 'Opened', {
      description: 'Emergency access to a record was opened',
      eventPattern: { source: ['aws-hipaa-baseline.records'], detailType: ['Break-glass opened'] },
      targets: [
        new SnsTopic(alertTopic, {
          message: alertText(),
          authorizeUsingRole: true,
          role: role.withoutPolicyUpdates(),
        }),
      ],
    });
  }
}

function alertText(): RuleTargetInput {
  const field = (name: string) => EventField.fromPath(`$.detail.${name}`);
  return RuleTargetInput.fromText(
    `Emergency access to a patient record was opened. Grant ${field('grantId')}, reason ${field('reason')}, ` +
      `until ${field('expiresAt')}. The review is due ${field('reviewDueAt')}.`,
  );
}
