import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JsonObject, Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import {
  type AttachedPolicy,
  attachedPolicies,
  type PolicyAttachment,
} from '../template-values/attached-policies';
import { got } from '../template-values/got';
import type { PolicyStatement } from '../template-values/policy-statements';
import { refersTo } from '../template-values/references';
import { namesEverybody, speaksOf } from '../template-values/statement-scope';
import { judgeVariants } from '../template-values/variants';
import { isAwsManagedKey } from './aws-managed-key';
import { isPlainTransport } from './secure-transport';

interface Channel {
  readonly noun: 'topic' | 'queue';
  readonly name: string;
  readonly attachments: readonly PolicyAttachment[];
  /** What must not be done without TLS. */
  readonly actions: readonly string[];
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  'AWS::SNS::Topic': {
    noun: 'topic',
    name: 'TopicName',
    attachments: [
      { type: 'AWS::SNS::TopicPolicy', target: 'Topics', document: 'PolicyDocument' },
      { type: 'AWS::SNS::TopicInlinePolicy', target: 'TopicArn', document: 'PolicyDocument' },
    ],
    actions: ['sns:Publish'],
  },
  'AWS::SQS::Queue': {
    noun: 'queue',
    name: 'QueueName',
    attachments: [
      { type: 'AWS::SQS::QueuePolicy', target: 'Queues', document: 'PolicyDocument' },
      { type: 'AWS::SQS::QueueInlinePolicy', target: 'Queue', document: 'PolicyDocument' },
    ],
    actions: ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  },
};

/**
 * A topic or queue is encrypted with our key, and takes and gives messages under TLS only. A key that the template does not tell counts
 * as ours; AWS's own key for the service does not, because nobody can decide who uses it.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(e)(2)(ii)
 */
export const topicQueueProtected: BaselineRule = {
  id: 'Baseline-TopicQueueProtected',
  severity: 'error',
  info: 'A topic or queue has a customer-managed key and a policy that denies everybody requests without TLS.',
  explanation:
    'Messages about incidents and records wait in queues for days, and anybody on the way could read them.',
  fix: 'Set KmsMasterKeyId to a key of your own, and give the topic or queue a policy: Deny, Principal "*", Action sns:Publish or sqs:*, Condition Bool aws:SecureTransport "false" (enforceSSL: true).',
  citations: ['164.312(a)(2)(iv)', '164.312(e)(1)', '164.312(e)(2)(ii)'],
  basis: 'practice',
  evaluate: (subject) => {
    const channel = channelOf(subject.resource.Type);
    if (channel === undefined) return [];
    return judgeVariants(subject.resource, subject.template, (properties) => [
      ...judgeKey(channel, properties, subject.template),
      ...judgeTransport(channel, properties, subject),
    ]);
  },
};

function channelOf(type: string): Channel | undefined {
  return Object.hasOwn(CHANNELS, type) ? CHANNELS[type] : undefined;
}

function judgeKey(
  { noun }: Channel,
  { KmsMasterKeyId: key }: JsonObject,
  template: Template,
): readonly string[] {
  if (key !== undefined && key !== '' && !isAwsManagedKey(key, template)) return [];
  return [`The ${noun} must have a customer-managed key: 'KmsMasterKeyId' must be one, ${got(key)}`];
}

function judgeTransport(channel: Channel, properties: JsonObject, subject: RuleSubject): readonly string[] {
  const { noun, attachments } = channel;
  const name = properties[channel.name];
  const policies = attachedPolicies(subject, name, attachments, subject.templates);
  if (policies.length > 0 && policies.every((policy) => deniesPlainTransport(policy, channel, subject, name)))
    return [];
  const found = policies.length === 0 ? 'no policy' : 'a policy without such a statement';
  return [`The ${noun}'s policy must deny everybody every request without TLS, got: ${found}.`];
}

function deniesPlainTransport(
  { statements = [], template }: AttachedPolicy,
  { actions }: Channel,
  subject: RuleSubject,
  name: unknown,
): boolean {
  const denials = statements.filter(
    (statement) =>
      isDenial(statement) && statement.resources.some((arn) => isAbout(arn, template, subject, name)),
  );
  return actions.every((action) => denials.some((statement) => speaksOf(statement, action)));
}

function isDenial(statement: PolicyStatement): boolean {
  const [condition, ...more] = statement.conditions;
  return (
    statement.effect === 'deny' &&
    namesEverybody(statement) &&
    condition !== undefined &&
    more.length === 0 &&
    isPlainTransport(condition)
  );
}

/** A policy may stand on many topics, and a statement in it speak of one. */
function isAbout(arn: unknown, template: Template, subject: RuleSubject, name: unknown): boolean {
  const text = assembledText(arn, template);
  return (
    text === '*' ||
    refersTo(arn, template, subject) ||
    (typeof name === 'string' && text.endsWith(`:${name}`))
  );
}
