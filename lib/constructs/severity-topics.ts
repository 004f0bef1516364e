import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { AlertTopic } from './alert-topic';

/** Properties of {@link SeverityTopics}. */
export interface SeverityTopicsProps {
  readonly environment: EnvironmentConfig;

  /** The key of the topics, used through `sns`. */
  readonly key: IKey;
}

/**
 * Where alerts go: what cannot wait, what can, and what nobody answered. Whoever subscribes chooses what they are woken for.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export class SeverityTopics extends Construct {
  /** Critical and high. */
  readonly urgent: AlertTopic;

  /** Medium and low: the daily digest among them. */
  readonly routine: AlertTopic;

  /** What nobody acknowledged in time, and what is overdue. */
  readonly escalation: AlertTopic;

  constructor(scope: Construct, id: string, { environment, key }: SeverityTopicsProps) {
    super(scope, id);
    const { alertEmail, response } = environment;
    const escalationEmail = response.escalationEmail ?? alertEmail;
    const topic = (name: string, email: string | undefined) =>
      new AlertTopic(this, name, { key, ...(email !== undefined && { email }) });
    this.urgent = topic('Urgent', alertEmail);
    this.routine = topic('Routine', alertEmail);
    this.escalation = topic('Escalation', escalationEmail);
  }

  get arns(): readonly string[] {
    return [this.urgent, this.routine, this.escalation].map(({ topicArn }) => topicArn);
  }
}
