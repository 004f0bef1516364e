import type { Estate } from '../options';
import { type AccountBook, ownAccounts } from './accounts';
import { type Actor, actorOf } from './actor';
import { asObject, asText, at, type JsonObject } from './json';
import { type Outcome, outcomeOf } from './outcome';
import { type NamedResource, resourceOf } from './resource';
import { flagOf } from './values';

/** One CloudTrail record, with what every signal needs of it. */
export interface ApiCall {
  readonly kind: 'call';
  /** The service without its domain, in lower case: `s3`. */
  readonly service: string;
  /** The name of the call without the version that some services append. */
  readonly name: string;
  /** The parameters, taken out of the `…Request` that newer EC2 calls wrap them in; undefined where none were recorded. */
  readonly request: JsonObject | undefined;
  readonly response: JsonObject | undefined;
  readonly detail: JsonObject;
  readonly actor: Actor;
  readonly outcome: Outcome;
  readonly readOnly: boolean;
  /** AWS did it by itself: rotated a key, ended a window. */
  readonly serviceEvent: boolean;
  /** What it is about, as far as a parameter names it. */
  readonly resource: NamedResource | undefined;
  readonly accounts: AccountBook;
  readonly estate: Estate;
}

/** Services under a name of their own in some records. */
const SERVICE_NAMES: Readonly<Record<string, string>> = {
  cloudwatch: 'monitoring',
  efs: 'elasticfilesystem',
  elb: 'elasticloadbalancing',
  s3control: 's3',
  's3-control': 's3',
  's3-outposts': 's3',
  's3-object-lambda': 's3',
  s3express: 's3',
  macie: 'macie2',
  inspector: 'inspector2',
  eventbridge: 'events',
  'cloudwatch-logs': 'logs',
  opensearch: 'es',
  wafregional: 'waf',
  'waf-regional': 'waf',
};

/** The longest name of a call that is read, in characters: AWS's own are far shorter. */
const MAX_NAME = 128;

const VERSION = /\d{4}_?\d{2}_?\d{2}(v\d+)?$/;

/** The service of an `eventSource` (`s3.amazonaws.com`) or of an event's source (`aws.s3`). */
function serviceOf(source: string): string {
  const lower = source.toLowerCase();
  const bare = lower.startsWith('aws.') ? lower.slice(4) : lower;
  const end = bare.indexOf('.amazonaws');
  const service = end < 0 ? bare : bare.slice(0, end);
  return Object.hasOwn(SERVICE_NAMES, service) ? (SERVICE_NAMES[service] ?? service) : service;
}

/** The record as a call; `account` is that of the event. */
export function apiCallOf(
  detail: JsonObject,
  account: string | undefined,
  source: string | undefined,
  estate: Estate,
): ApiCall {
  const recorded = (asText(at(detail, 'eventName')) ?? '').slice(0, MAX_NAME);
  const name = recorded.replace(VERSION, '');
  const actor = actorOf(detail);
  const recipient = asText(at(detail, 'recipientAccountId'));
  const known = account ?? recipient;
  const service = serviceOf(asText(at(detail, 'eventSource')) ?? source ?? '');
  const request = unwrapped(at(detail, 'requestParameters'), `${name}Request`);
  return {
    kind: 'call',
    service,
    name,
    request,
    response: unwrapped(at(detail, 'responseElements'), `${name}Response`),
    detail,
    actor,
    outcome: outcomeOf(detail, recorded),
    readOnly: flagOf(at(detail, 'readOnly')) === true,
    serviceEvent: asText(at(detail, 'eventType'))?.toLowerCase() === 'awsserviceevent',
    resource: resourceOf({ service, request, detail }),
    accounts: ownAccounts(estate, account, recipient, known === undefined ? actor.account : undefined),
    estate,
  };
}

/** Whether AWS acted by itself or on its own behalf, not a person through the console or an API. */
export function byAwsItself(call: ApiCall): boolean {
  return call.serviceEvent || call.actor.kind === 'aws-service' || call.actor.invokedBy !== undefined;
}

function unwrapped(value: unknown, wrapper: string): JsonObject | undefined {
  const holder = asObject(value);
  const names = holder === undefined ? [] : Object.keys(holder);
  const only = names.length === 1 ? names[0] : undefined;
  return only !== undefined && only.toLowerCase() === wrapper.toLowerCase()
    ? (asObject(holder?.[only]) ?? holder)
    : holder;
}
