import { PATH_SOURCE } from '../../lambda/breach/domain/register/path-message';
import { FINDING_SOURCES } from '../../lambda/breach/domain/triage/findings/sources';
import { CALL_SIGNALS } from '../../lambda/breach/domain/triage/signals/catalogue';

/** A pattern of EventBridge. */
export type EventPattern = Readonly<Record<string, unknown>>;

/** One rule on the bus. */
export interface EventRoute {
  /** The construct id of its rule. */
  readonly id: string;
  readonly pattern: EventPattern;
  /** Whether it needs read-only calls, which EventBridge delivers only to rules that ask for them. */
  readonly reads: boolean;
}

/** The longest pattern that EventBridge takes, in characters. */
export const MAX_PATTERN = 2048;

/** What is left for the names of calls in a pattern. */
const MAX_NAMES = 1700;

const CALLS = [{ suffix: ' via CloudTrail' }];

/** Calls whose name says that they change nothing. */
const READS =
  /^(get|list|describe|head|search|lookup|query|scan|select|batchget|batchdescribe|test|validate|simulate|preview|decrypt|generate|assume)/;

/** Services whose calls on data reach the bus where a trail records them. */
const DATA_SERVICES = new Set([
  's3',
  's3express',
  'dynamodb',
  'lambda',
  'sns',
  'sqs',
  'rds-data',
  'kms',
  'cognito-idp',
]);

/** Calls that write objects: ordinary, and far too many, but for what a request says besides. */
const OBJECT_WRITES = new Set(['putobject', 'copyobject', 'createmultipartupload']);
const UNUSUAL_WRITES = [
  'x-amz-acl',
  'x-amz-grant-read',
  'x-amz-grant-write',
  'x-amz-grant-read-acp',
  'x-amz-grant-write-acp',
  'x-amz-grant-full-control',
  'accessControlList',
  'AccessControlPolicy',
  'x-amz-server-side-encryption-customer-algorithm',
];

/** Parts of error codes that say that a call was denied, in the casings that services write. */
const DENIALS = ['denied', 'unauthorized', 'notauthorized', 'forbidden', 'authfailure', 'notpermitted'];

/** Sources of findings whose events on other things than findings are many: only these detail types are taken. */
const NARROWED: Readonly<Record<string, readonly string[]>> = {
  'aws.s3': ['Object Deleted', 'Object ACL Updated'],
  'aws.config': ['Config Rules Compliance Change'],
  'aws.cloudtrail': ['AWS Insight via CloudTrail'],
};

/** Where a request names a store, and where the identity stands. */
const NAMES_OF_DECOYS = ['bucketName', 'tableName', 'secretId'];
const DECOY_WORDS = ['*decoy*', '*honey*', '*canary*token*'];

/**
 * Every route from the bus into the path, made of what triage knows. They let through more than triage will keep, and
 * nothing less: what is an incident or a review passes one of them.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii)
 */
export function eventRoutes(decoys: readonly (string | EventPattern)[] = []): readonly EventRoute[] {
  const names = callNames();
  return [
    route('Changes', calls({ readOnly: [false, { exists: false }], ...management() })),
    ...chunks(names.filter((name) => READS.test(nameOf(name)))).map((chunk, index) =>
      route(`Reads${index + 1}`, calls({ eventName: anyCase(chunk) }), true),
    ),
    ...chunks(names.filter(isDataCall)).map((chunk, index) =>
      route(`DataCalls${index + 1}`, calls({ managementEvent: [false], eventName: anyCase(chunk) }), true),
    ),
    route(
      'ObjectWrites',
      calls({
        eventName: [...OBJECT_WRITES].map((name) => ({ 'equals-ignore-case': name })),
        $or: UNUSUAL_WRITES.map((name) => ({ requestParameters: { [name]: [{ exists: true }] } })),
      }),
    ),
    route('Denied', calls({ $or: denials() }), true),
    route('Root', calls({ userIdentity: { type: [{ 'equals-ignore-case': 'root' }] } }), true),
    route(
      'Strangers',
      calls({
        eventSource: ['s3.amazonaws.com'],
        userIdentity: { type: [{ 'equals-ignore-case': 'awsaccount' }] },
      }),
      true,
    ),
    route('SignIns', { source: ['aws.signin', 'aws.sso'] }, true),
    route('Decoys', calls({ $or: decoyNames(decoys) }), true),
    ...findingRoutes(),
    route('Path', { source: [PATH_SOURCE] }),
  ];
}

function route(id: string, pattern: EventPattern, reads = false): EventRoute {
  return { id, pattern, reads };
}

function calls(detail: EventPattern): EventPattern {
  return { 'detail-type': CALLS, detail };
}

/** Calls on data are many and ordinary: they have routes of their own. */
function management(): EventPattern {
  return { managementEvent: [true, { exists: false }] };
}

function denials(): readonly EventPattern[] {
  const words = DENIALS.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);
  const written = [
    ...words,
    'UnauthorizedOperation',
    'UnAuthorized',
    'NotAuthorized',
    'AuthFailure',
    'NotPermitted',
  ];
  const matches = [...new Set(written)].map((word) => ({ wildcard: `*${word}*` }));
  return [
    { errorCode: matches },
    { errorMessage: [{ wildcard: '*not authorized*' }, { wildcard: '*denied*' }] },
  ];
}

function decoyNames(decoys: readonly (string | EventPattern)[]): readonly EventPattern[] {
  const matches = [...DECOY_WORDS.map((wildcard) => ({ wildcard })), ...decoys];
  return [
    ...NAMES_OF_DECOYS.map((name) => ({ requestParameters: { [name]: matches } })),
    { userIdentity: { userName: matches } },
  ];
}

function findingRoutes(): readonly EventRoute[] {
  const sources = [...new Set(FINDING_SOURCES.flatMap((source) => source.sources))];
  const whole = sources.filter((source) => !(source in NARROWED));
  return [
    route('Findings', {
      source: whole,
      'detail-type': [{ 'anything-but': { suffix: ' via CloudTrail' } }],
    }),
    ...Object.entries(NARROWED)
      .filter(([source]) => sources.includes(source))
      .map(([source, types]) =>
        route(`Findings${source.slice('aws.'.length)}`, { source: [source], 'detail-type': types }),
      ),
  ];
}

/** Every call of a signal, as `service:name` in lower case, each once. */
function callNames(): readonly string[] {
  return [...new Set(CALL_SIGNALS.flatMap((signal) => signal.calls))].sort();
}

function isDataCall(call: string): boolean {
  return DATA_SERVICES.has(serviceOf(call)) && !OBJECT_WRITES.has(nameOf(call));
}

function serviceOf(call: string): string {
  return call.slice(0, call.indexOf(':'));
}

function nameOf(call: string): string {
  return call.slice(call.indexOf(':') + 1);
}

/** Some services append a version to the name. */
function anyCase(names: readonly string[]): readonly EventPattern[] {
  return names.map((name) => ({ prefix: { 'equals-ignore-case': name } }));
}

/** Names in as few patterns as hold them. */
function chunks(called: readonly string[]): readonly (readonly string[])[] {
  const result: string[][] = [];
  let size = MAX_NAMES;
  for (const name of new Set(called.map(nameOf))) {
    const length = JSON.stringify(anyCase([name])).length;
    if (size + length > MAX_NAMES) {
      result.push([]);
      size = 0;
    }
    result.at(-1)?.push(name);
    size += length;
  }
  return result;
}
