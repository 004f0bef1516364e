import { asObject, asText, at, type JsonObject } from './json';
import { flagOf } from './values';

/** What kind of identity made a call. */
export type ActorKind =
  | 'root'
  | 'iam-user'
  | 'assumed-role'
  | 'federated-user'
  | 'identity-center-user'
  | 'aws-service'
  | 'aws-account'
  | 'anonymous'
  | 'unknown';

/** Who made a call, as CloudTrail tells it. The texts are raw: they are compared, never repeated. */
export interface Actor {
  readonly kind: ActorKind;
  readonly account: string | undefined;
  readonly arn: string | undefined;
  readonly principalId: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly userName: string | undefined;
  /** The AWS service that made the call on somebody's behalf; a console session is nobody else's call. */
  readonly invokedBy: string | undefined;
  /** The role came from AWS itself (a service-linked role). */
  readonly serviceLinked: boolean;
}

const KINDS: Readonly<Record<string, ActorKind>> = {
  root: 'root',
  iamuser: 'iam-user',
  assumedrole: 'assumed-role',
  role: 'assumed-role',
  federateduser: 'federated-user',
  samluser: 'federated-user',
  webidentityuser: 'federated-user',
  directory: 'federated-user',
  identitycenteruser: 'identity-center-user',
  awsservice: 'aws-service',
  awsaccount: 'aws-account',
};

/** Sessions of a person in the console name these as the caller. */
const CONSOLE_CALLERS = /^(signin|console|ap-console|us-east-1\.signin)\.(aws\.)?amazon(aws)?\.com$/i;

/** Who made the call of a CloudTrail record. */
export function actorOf(detail: JsonObject): Actor {
  const identity = asObject(at(detail, 'userIdentity'));
  const arn = asText(at(identity, 'arn'));
  const issuer = asText(at(identity, 'sessionContext.sessionIssuer.arn')) ?? '';
  const invokedBy = asText(at(identity, 'invokedBy'));
  return {
    kind: kindOf(identity, arn),
    account: asText(at(identity, 'accountId')),
    arn,
    principalId: asText(at(identity, 'principalId')),
    accessKeyId: asText(at(identity, 'accessKeyId')),
    userName: asText(at(identity, 'userName')),
    invokedBy: invokedBy !== undefined && !CONSOLE_CALLERS.test(invokedBy) ? invokedBy : undefined,
    serviceLinked:
      issuer.includes(':role/aws-service-role/') || /:assumed-role\/AWSServiceRoleFor/.test(arn ?? ''),
  };
}

function kindOf(identity: JsonObject | undefined, arn: string | undefined): ActorKind {
  const account = asText(at(identity, 'accountId'))?.toUpperCase();
  const principal = asText(at(identity, 'principalId'))?.toUpperCase();
  if (account === 'ANONYMOUS_PRINCIPAL' || principal === 'ANONYMOUS_PRINCIPAL' || account === 'ANONYMOUS') {
    return 'anonymous';
  }
  if (
    flagOf(at(identity, 'sessionContext.assumedRoot')) === true ||
    /^arn:[\w-]+:(iam|sts)::\d{12}:(root|assumed-root)$/.test(arn ?? '')
  ) {
    return 'root';
  }
  const type = asText(at(identity, 'type'))?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'unknown') : 'unknown';
}
