import { accountField } from './event/accounts';
import type { Actor, ActorKind } from './event/actor';
import { apiCallOf } from './event/api-call';
import { envelopeOf } from './event/envelope';
import { asObject, asText, at, firstAt, type JsonObject } from './event/json';
import { regionOf } from './event/region';
import { tokenOf } from './event/token';
import { textOf } from './event/values';
import { estateOf } from './options';

/** Who acted. Names are tokens; `service` is an AWS service. */
interface ActorReference {
  readonly kind: ActorKind;
  readonly account: string | null;
  readonly token: string | null;
  readonly service: string | null;
}

/** Where a call came from. An address is canonical as far as it is one; anything else is a token. */
interface AddressReference {
  readonly kind: 'ipv4' | 'ipv6' | 'aws-service' | 'other';
  readonly value: string;
}

/** What an event is about. The name is a token, `kind` the service and the field that names it. */
interface ResourceReference {
  readonly kind: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly token: string;
}

/** Typed references to who, from where and what; never a text that somebody chose. */
export interface TriageContext {
  readonly source: string | null;
  readonly account: string | null;
  readonly region: string | null;
  readonly actor: ActorReference | null;
  readonly sourceAddress: AddressReference | null;
  readonly resource: ResourceReference | null;
}

/** How a name is made into a token. What leaves the boundary passes a keyed one. */
export type Tokenize = (name: string) => string;

const NOTHING: TriageContext = {
  source: null,
  account: null,
  region: null,
  actor: null,
  sourceAddress: null,
  resource: null,
};

/**
 * The typed references of an event, apart from its verdict. Names of people, buckets and objects become tokens.
 *
 * @see 45 CFR 164.312(e)(1)
 */
export function contextOf(event: unknown, tokenize: Tokenize = tokenOf): TriageContext {
  const object = asObject(event);
  const envelope = object === undefined ? undefined : envelopeOf(object);
  if (envelope === undefined) {
    return NOTHING;
  }
  const { detail, source } = envelope;
  const common = {
    source: source !== undefined && /^[a-z0-9.-]{1,64}$/.test(source) ? source : null,
    account:
      envelope.account ?? accountIn(at(detail, 'recipientAccountId')) ?? accountIn(at(detail, 'accountId')),
    region: regionOf(object, detail),
  };
  return asText(at(detail, 'eventName')) === undefined || detail === undefined
    ? {
        ...common,
        actor: null,
        sourceAddress: null,
        resource: findingResource(detail, envelope.resources, tokenize),
      }
    : { ...common, ...callReferences(detail, envelope.account, source, tokenize) };
}

function callReferences(
  detail: JsonObject,
  account: string | undefined,
  source: string | undefined,
  tokenize: Tokenize,
): Pick<TriageContext, 'actor' | 'sourceAddress' | 'resource'> {
  const call = apiCallOf(detail, account, source, estateOf());
  const { resource } = call;
  return {
    actor: actorReference(call.actor, tokenize),
    sourceAddress: addressOf(asText(at(detail, 'sourceIPAddress')), tokenize),
    resource:
      resource === undefined
        ? null
        : {
            kind:
              /^[a-z0-9-]{1,40}$/.test(call.service) && /^\w{1,60}$/.test(resource.field)
                ? `${call.service}:${resource.field}`
                : 'other',
            account: accountIn(accountField(resource.name)),
            region: regionField(resource.name),
            token: tokenize(resource.name),
          },
  };
}

function actorReference(actor: Actor, tokenize: Tokenize): ActorReference {
  const name = actor.arn ?? actor.userName ?? actor.principalId;
  return {
    kind: actor.kind,
    account: accountIn(actor.account),
    token: name === undefined ? null : tokenize(name),
    service: serviceName(actor.invokedBy),
  };
}

function findingResource(
  detail: JsonObject | undefined,
  resources: readonly string[],
  tokenize: Tokenize,
): ResourceReference | null {
  const name =
    textOf(
      firstAt(detail, [
        'resource',
        'resourceId',
        'resourceArn',
        'resourcesAffected.s3Bucket.arn',
        'alarmName',
      ]),
    ) ?? resources[0];
  return name === undefined
    ? null
    : {
        kind: 'finding',
        account: accountIn(accountField(name)),
        region: regionField(name),
        token: tokenize(name),
      };
}

/** IPv4 and IPv6 are told by their alphabet: no name of a person is made of digits, dots and colons. */
function addressOf(text: string | undefined, tokenize: Tokenize): AddressReference | null {
  if (text === undefined) {
    return null;
  }
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) {
    return { kind: 'ipv4', value: text };
  }
  if (text.length <= 45 && text.includes(':') && /^[0-9a-f:.]+$/i.test(text)) {
    return { kind: 'ipv6', value: text.toLowerCase() };
  }
  const service = serviceName(text);
  return service === null
    ? { kind: 'other', value: tokenize(text) }
    : { kind: 'aws-service', value: service };
}

function serviceName(text: string | undefined): string | null {
  return text !== undefined && /^[a-z0-9-]{2,40}(\.[a-z0-9-]{2,40}){0,2}\.amazonaws\.com(\.cn)?$/.test(text)
    ? text
    : null;
}

function accountIn(value: unknown): string | null {
  const text = asText(value);
  return text !== undefined && /^\d{12}$/.test(text) ? text : null;
}

function regionField(arn: string): string | null {
  const region = arn.startsWith('arn:') ? arn.split(':', 5)[3] : undefined;
  return region !== undefined && /^[a-z]{2,8}(-[a-z]+)+-\d$/.test(region) ? region : null;
}
