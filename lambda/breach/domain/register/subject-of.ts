import { type NameContext, nameReference } from '../../../shared/envelope/name-reference';
import { isAccountId, isRegion, parseArn } from '../../../shared/redaction/aws-identifiers';
import { NO_SUBJECT, SUBJECT_SERVICES, type Subject } from '../incident/subject';
import { contextOf, type TriageContext } from '../triage/context';
import { asText, at } from '../triage/event/json';
import { tailOf } from '../triage/event/resource';
import { type FindingNames, findingNames } from './finding-names';

/** Typed references of an event, and the key under which signals on the same resource meet. */
export interface Sighting {
  readonly subject: Subject;
  /** A keyed token of service, account and name; null where nothing is named. */
  readonly resourceKey: string | null;
  /** When it happened, in UTC with milliseconds; null where the event does not tell. */
  readonly happenedAt: string | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const NOTHING: Sighting = { subject: NO_SUBJECT, resourceKey: null, happenedAt: null };

/** The longest name that is looked at, in UTF-16 units; of a longer one the beginning counts. */
const MAX_NAME = 2048;

/**
 * Who, what, where and when of an event: names only as references. Never throws.
 *
 * @see 45 CFR 164.312(e)(1)
 */
export function sightingOf(event: unknown, names: NameContext, receivedAt: string): Sighting {
  try {
    return readSighting(event, names, receivedAt);
  } catch {
    return NOTHING;
  }
}

function readSighting(event: unknown, names: NameContext, receivedAt: string): Sighting {
  const context = contextOf(event, (name) => name.slice(0, MAX_NAME));
  const detail = at(event, 'detail');
  const found = findingNames(detail);
  const { service, resource } = resourceIn(context, found);
  const account = context.account !== null && isAccountId(context.account) ? context.account : null;
  return {
    subject: {
      account,
      region: context.region !== null && isRegion(context.region) ? context.region : null,
      service: serviceOf(resource, service),
      resource: referenceTo(resource, names),
      actor: referenceTo(context.actor?.token ?? context.actor?.service ?? found.actor, names),
      eventId: callId(event, detail),
    },
    resourceKey: resource === undefined ? null : resourceKey(resource, service, account, names),
    happenedAt: happenedAt(event, detail, receivedAt),
  };
}

function resourceIn(
  { resource }: TriageContext,
  found: FindingNames,
): Pick<FindingNames, 'service' | 'resource'> {
  return resource !== null && resource.kind !== 'finding'
    ? { service: resource.kind.split(':', 1)[0] ?? 'other', resource: resource.token }
    : { service: found.service, resource: found.resource ?? resource?.token };
}

function serviceOf(resource: string | undefined, service: string): string | null {
  const named = (resource === undefined ? undefined : parseArn(resource)?.service) ?? service;
  return resource !== undefined && SUBJECT_SERVICES.includes(named) ? named : null;
}

function referenceTo(name: string | undefined, names: NameContext): string | null {
  return name === undefined ? null : nameReference(name.slice(0, MAX_NAME), names);
}

function callId(event: unknown, detail: unknown): string | null {
  const id = asText(at(detail, 'eventID')) ?? asText(at(event, 'eventID'));
  return id !== undefined && UUID.test(id) ? id : null;
}

/** However a thing is written, by ARN or by name: its service, its account and the end of its name. */
function resourceKey(name: string, service: string, account: string | null, names: NameContext): string {
  const arn = parseArn(name);
  return names.tokenize(JSON.stringify([arn?.service ?? service, arn?.account || account, tailOf(name)]));
}

/** What claims to have happened after it was taken in has happened by then. */
function happenedAt(event: unknown, detail: unknown, receivedAt: string): string | null {
  const text = [
    at(detail, 'eventTime'),
    at(detail, 'service.eventLastSeen'),
    at(event, 'eventTime'),
    at(event, 'time'),
  ]
    .map(asText)
    .find((value) => value !== undefined && INSTANT.test(value));
  const time = text === undefined ? Number.NaN : Date.parse(text);
  if (Number.isNaN(time)) {
    return null;
  }
  const instant = new Date(time).toISOString();
  return instant > receivedAt ? receivedAt : instant;
}
