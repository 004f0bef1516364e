import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { Containment, type ContainmentProps } from '../constructs/containment';
import { DeadlineClock } from '../constructs/deadline-clock';
import { decoyNames } from '../constructs/decoy-names';
import { EventIntake } from '../constructs/event-intake';
import { IncidentResponder } from '../constructs/incident-responder';
import { Notifier } from '../constructs/notifier';
import { PathAlarms } from '../constructs/path-alarms';
import type { PathFunctionProps } from '../constructs/path-function';
import type { RegisterResources } from '../constructs/register-access';
import { SeverityTopics } from '../constructs/severity-topics';
import { TopicWatch } from '../constructs/topic-watch';
import { removalPolicyOf } from './removal-policy';

/** Properties of a {@link ResponseStack}. */
export interface ResponseStackProps extends StackProps {
  readonly environment: EnvironmentConfig;
  readonly vpc: IVpc;
  readonly serviceSubnets: SubnetSelection;
  readonly alertsKey: IKey;
  readonly auditKey: IKey;
  readonly register: RegisterResources;

  /** Signs how far timelines have got. */
  readonly headKeyArn: string;

  /** Where evidence is locked away; its policy lets the roles of this stack write under `incidents/`. */
  readonly archive: IBucket;

  /** Where alarms about the path itself go. */
  readonly alertTopic: ITopic;
}

/**
 * From an event on the bus to an alert, a case and its deadlines. It holds nothing that is lost with it: what it knows stands
 * in the register and in the archive.
 *
 * @see 45 CFR 164.308(a)(6)(i), 164.308(a)(6)(ii), 164.404(b)
 */
export class ResponseStack extends Stack {
  constructor(scope: Construct, id: string, props: ResponseStackProps) {
    super(scope, id, props);
    const { environment, register, archive, alertsKey, auditKey, headKeyArn } = props;
    const path: PathFunctionProps = {
      environment,
      vpc: props.vpc,
      subnets: props.serviceSubnets,
      alertsKey,
      auditKey,
      removalPolicy: removalPolicyOf(environment),
    };
    const evidence = { archive, archiveKey: auditKey };
    const decoys = decoyNames(environment.name);
    // Names that nobody chose, which alerts may show.
    const knownNames = [decoys.table, decoys.secret, environment.database.name];

    const topics = new SeverityTopics(this, 'Topics', { environment, key: alertsKey });
    const intake = new EventIntake(this, 'Intake', {
      ...path,
      register,
      knownNames,
      auditStores: [archive.bucketName],
      decoys: [decoys.bucket, decoys.table, decoys.secret],
      decoyPatterns: [
        decoys.table,
        decoys.secret,
        { wildcard: `*:secret:${decoys.secret}*` },
        { wildcard: `${environment.name}-ehr-exports-*` },
      ],
    });
    const notifier = new Notifier(this, 'Notifier', { ...path, register, knownNames, topics });
    const clock = new DeadlineClock(this, 'Deadlines', {
      ...path,
      register,
      evidence,
      headKeyArn,
      knownNames,
    });
    const watch = new TopicWatch(this, 'TopicWatch', {
      ...path,
      topicArns: [...topics.arns, props.alertTopic.topicArn],
    });
    new PathAlarms(this, 'Alarms', {
      environmentName: environment.name,
      alarmTopics: [props.alertTopic, topics.escalation],
      deadLetters: {
        Intake: intake.deadLetters,
        Taker: intake.taker.deadLetterQueue,
        Sender: notifier.sender.deadLetterQueue,
        Clock: clock.clock.deadLetterQueue,
        Watch: watch.watch.deadLetterQueue,
      },
      intakeQueue: intake.queue,
      notifier: notifier.sender,
      functions: {
        Taker: intake.taker,
        Sender: notifier.sender,
        Clock: clock.clock,
        Watch: watch.watch,
      },
    });
    const containment = this.renderContainment({ ...path, register, evidence, knownNames });
    new IncidentResponder(this, 'Responder', {
      register,
      evidence,
      headKeyArn,
      ...(containment !== undefined && { containmentArn: containment }),
    });
    this.renderOutputs(props, topics, knownNames);
  }

  /** What may contain, where the environment approved an action. */
  private renderContainment(props: Omit<ContainmentProps, 'kinds'>): string | undefined {
    const kinds = props.environment.response.containment;
    if (kinds.length === 0) return undefined;
    const { actor } = new Containment(this, 'Containment', { ...props, kinds });
    const { functionArn } = actor.function;
    new CfnOutput(this, 'ContainmentFunctionArn', { value: functionArn });
    return functionArn;
  }

  /** What `hipaa incident` finds the register by. */
  private renderOutputs(
    { environment, register, archive, headKeyArn }: ResponseStackProps,
    topics: SeverityTopics,
    knownNames: readonly string[],
  ): void {
    const { response, lockMode } = environment;
    const outputs: Readonly<Record<string, string>> = {
      RegisterTableName: register.table.tableName,
      NameKeyArn: register.nameKeyArn,
      HeadKeyArn: headKeyArn,
      ArchiveBucketName: archive.bucketName,
      LockMode: lockMode,
      EntityRole: response.role,
      TimeZone: response.timeZone,
      KnownNames: JSON.stringify(knownNames),
      EventBusName: 'default',
      UrgentTopicArn: topics.urgent.topicArn,
      RoutineTopicArn: topics.routine.topicArn,
      EscalationTopicArn: topics.escalation.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
