import type { Flow } from '../../safeguards/business-associates/vendor-problems';
import type { RuleSubject } from '../baseline-rule';
import { isJsonObject, type JsonObject, type TemplateResource } from '../template';
import { intrinsicOf } from '../template-values/intrinsic';
import { resourcesBehind } from '../template-values/references';
import { listOf } from '../template-values/scalars';
import { variantsOf } from '../template-values/variants';
import { addressIn } from './address';
import { mayCarryPhi, receivingService } from './statements';
import { WEB_DESTINATIONS } from './web-destinations';

/** What leaves for somebody outside AWS, as a template has it. */
export type TemplateFlow = Omit<Flow, 'from'>;

/** Subscribers that are AWS itself: whether their services may hold PHI is judged where they are made. */
const WITHIN_AWS: ReadonlySet<string> = new Set(['sqs', 'lambda', 'firehose']);

/** How the channels of an on-call contact are called as protocols. */
const CONTACT_PROTOCOLS: ReadonlyMap<unknown, string> = new Map([
  ['EMAIL', 'email'],
  ['SMS', 'sms'],
]);

/**
 * What a resource sends to somebody outside AWS, in every way in which the conditions of its template may turn out. PHI goes with it
 * unless the topic, or the resource where there is no topic, says that it carries none.
 *
 * @see 45 CFR 164.308(b)(1), 164.314(a)
 */
export function flowsOf(subject: RuleSubject): readonly TemplateFlow[] {
  const { resource, template } = subject;
  const flows = variantsOf(resource, template).flatMap((properties) => flowsIn(properties, subject));
  const outside = flows.filter(({ protocol }) => !WITHIN_AWS.has(protocol));
  return [...new Map(outside.map((flow) => [JSON.stringify(flow), flow])).values()];
}

function flowsIn(properties: JsonObject, subject: RuleSubject): readonly TemplateFlow[] {
  const { resource, template } = subject;
  switch (resource.Type) {
    case 'AWS::SNS::Subscription':
      return [subscription(properties, subject, topicCarries(properties.TopicArn, subject))];
    case 'AWS::SNS::Topic':
      return listOf(properties.Subscription)
        .filter(isJsonObject)
        .map((entry) => subscription(entry, subject, carries(resource)));
    case 'AWS::SSMContacts::ContactChannel':
      return [
        {
          protocol: CONTACT_PROTOCOLS.get(properties.ChannelType) ?? 'unknown',
          address: addressIn(properties.ChannelAddress, template),
          ...sentBy(resource),
        },
      ];
    default:
      return webFlows(properties, subject);
  }
}

function subscription(
  { Protocol, Endpoint }: JsonObject,
  { resource, template }: RuleSubject,
  carried: Flow['carries'],
): TemplateFlow {
  return {
    protocol: typeof Protocol === 'string' ? Protocol.toLowerCase() : 'unknown',
    address: addressIn(Endpoint, template),
    ...sentBy(resource),
    carries: carried,
  };
}

/** What comes out of a topic that the templates do not show may be anything. */
function topicCarries(arn: unknown, { template, templates }: RuleSubject): Flow['carries'] {
  const topics = resourcesBehind(arn, template, templates).filter(
    ({ resource }) => resource.Type === 'AWS::SNS::Topic',
  );
  const free = topics.length > 0 && topics.every(({ resource }) => !mayCarryPhi(resource));
  return free ? 'no-phi' : 'phi';
}

function webFlows(properties: JsonObject, { resource, template }: RuleSubject): readonly TemplateFlow[] {
  return WEB_DESTINATIONS.filter(({ type }) => type === resource.Type)
    .flatMap(({ path }) => valuesAt(properties, path))
    .map((value) => {
      const address = addressIn(value, template);
      const plain = address?.toLowerCase().startsWith('http:') === true;
      return { protocol: plain ? 'http' : 'https', address, ...sentBy(resource) };
    });
}

/** Everything at a path; a function of CloudFormation on the way stands for itself, because it may turn out to be anything. */
function valuesAt(value: unknown, [key, ...rest]: readonly string[]): readonly unknown[] {
  if (key === undefined) return value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  if (intrinsicOf(value) !== undefined) return [value];
  if (key === '*') return Object.values(value).flatMap((entry) => valuesAt(entry, rest));
  return Object.hasOwn(value, key) ? valuesAt(Reflect.get(value, key), rest) : [];
}

function sentBy(resource: TemplateResource): Pick<Flow, 'carries' | 'service'> {
  const service = receivingService(resource);
  return { carries: carries(resource), ...(service === undefined ? {} : { service }) };
}

function carries(resource: TemplateResource): Flow['carries'] {
  return mayCarryPhi(resource) ? 'phi' : 'no-phi';
}
