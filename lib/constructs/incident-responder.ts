import { Aws, Duration } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ManagedPolicyRole } from './managed-policy-role';
import {
  type ArchiveResources,
  archiveStatements,
  type RegisterResources,
  registerStatements,
} from './register-access';

/** Properties of an {@link IncidentResponder}. */
export interface IncidentResponderProps {
  readonly register: RegisterResources;
  readonly evidence: ArchiveResources;
  readonly headKeyArn: string;

  /**
   * What contains in the responder's name.
   *
   * @default - no action is switched on
   */
  readonly containmentArn?: string;
}

/**
 * The role that people take on for `hipaa incident`, with a second factor and for an hour: cases, their evidence and the path's
 * own test, nothing else. It can delete nothing, and contains only through the function that has been approved for it.
 *
 * @see docs/response.md
 * @see 45 CFR 164.308(a)(4)(ii)(B), 164.312(a)(1), 164.312(d)
 */
export class IncidentResponder extends Construct {
  readonly role: ManagedPolicyRole;

  constructor(scope: Construct, id: string, props: IncidentResponderProps) {
    super(scope, id);
    this.role = new ManagedPolicyRole(this, 'Role', {
      description: 'Works on incidents with hipaa incident',
      assumedBy: new AccountRootPrincipal().withConditions({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      }),
      maxSessionDuration: Duration.hours(1),
    });
    for (const statement of [
      ...registerStatements(props.register, ['timelines', 'lists']),
      ...archiveStatements(props.evidence),
      new PolicyStatement({
        sid: 'Heads',
        actions: ['kms:Sign', 'kms:GetPublicKey'],
        resources: [props.headKeyArn],
      }),
      new PolicyStatement({
        sid: 'TestAlert',
        actions: ['events:PutEvents'],
        resources: [`arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`],
      }),
      new PolicyStatement({
        sid: 'Outputs',
        actions: ['cloudformation:DescribeStacks'],
        resources: [Aws.STACK_ID],
      }),
      ...(props.containmentArn === undefined
        ? []
        : [
            new PolicyStatement({
              sid: 'Containment',
              actions: ['lambda:InvokeFunction'],
              resources: [props.containmentArn],
            }),
          ]),
    ]) {
      this.role.addToPrincipalPolicy(statement);
    }
  }
}
