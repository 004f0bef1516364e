import { type AccountBook, accountField, relationOf } from '../event/accounts';
import { asObject } from '../event/json';
import { showValue } from '../event/show';
import { textsIn } from '../event/values';
import { type Audience, audienceOf, conditionsOn } from './conditions';
import { LOG_DELIVERY_ACCOUNTS } from './service-accounts';
import type { Statement } from './statements';

/** Whom a statement lets in. `unsourced` is an AWS service on behalf of anybody. */
export type Grantee = Audience | 'service' | 'unsourced' | 'unknown';

/** One principal that a policy lets in. */
export interface Grant {
  readonly grantee: Grantee;
  /** The field and the value that decided, as a reason may repeat it. */
  readonly shown: string;
}

/** What the policy belongs to: a role's trust policy names services without saying for whom they act. */
export type PolicyKind = 'resource' | 'trust';

/** Identity providers that anybody can have an account with. */
const OPEN_PROVIDERS =
  /^(accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|appleid\.apple\.com|cognito-identity\.amazonaws\.com)$/;

/** Providers whose tokens anybody can get for a project of their own, so that only the subject tells whose. */
const SHARED_ISSUERS =
  /oidc-provider\/(token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|oidc\.circleci\.com|vstoken\.dev\.azure\.com|bitbucket\.org)/;

/** Everybody whom the statements let in. */
export function grantsOf(
  statements: readonly Statement[],
  kind: PolicyKind,
  book: AccountBook,
): readonly Grant[] {
  return statements
    .filter((statement) => statement.allows)
    .flatMap((statement) => grantsOfOne(statement, kind, book));
}

function grantsOfOne(statement: Statement, kind: PolicyKind, book: AccountBook): readonly Grant[] {
  const audience = audienceOf(statement.condition, book);
  if (statement.notPrincipal !== undefined) {
    return [{ grantee: audience, shown: 'NotPrincipal is allowed, which is everyone else' }];
  }
  if (typeof statement.principal === 'string') {
    return [ofAws(statement.principal, 'Principal', statement, audience, book)];
  }
  return Object.entries(asObject(statement.principal) ?? {}).flatMap(([type, value]) =>
    textsIn(value).map((text): Grant => {
      switch (type.toLowerCase()) {
        case 'aws':
          return ofAws(text, 'Principal.AWS', statement, audience, book);
        case 'service':
          return ofService(text, kind, audience);
        case 'federated':
          return ofFederation(text, statement, audience, book);
        default:
          return { grantee: 'unknown', shown: `Principal.${showType(type)} is ${showValue(text)}` };
      }
    }),
  );
}

function showType(type: string): string {
  return type.toLowerCase() === 'canonicaluser' ? 'CanonicalUser' : 'other';
}

function ofAws(
  text: string,
  field: string,
  statement: Statement,
  audience: Audience,
  book: AccountBook,
): Grant {
  const relation = relationOf(text, book);
  const account = /^\d{12}$/.test(text) ? text : (accountField(text) ?? '');
  const shown = `${field} is ${relation === 'outside' ? `of account ${account}, which is not listed as ours` : showValue(text)}`;
  switch (relation) {
    case 'everyone':
      return { grantee: audience, shown };
    case 'own':
      return { grantee: 'own', shown };
    case 'aws':
      return { grantee: 'narrowed', shown };
    case 'outside':
      return { grantee: outsideUnless(account, statement, audience), shown };
    default:
      return { grantee: 'unknown', shown };
  }
}

/** AWS's log delivery may write, and an outside account that must also be one of ours can be nobody. */
function outsideUnless(account: string, statement: Statement, audience: Audience): Grantee {
  const writesOnly =
    statement.actions.length > 0 &&
    statement.actions.every((action) => action === 's3:putobject' || action === 's3:getbucketacl');
  if (LOG_DELIVERY_ACCOUNTS.has(account) && writesOnly) {
    return 'service';
  }
  return audience === 'own' ? 'own' : 'outside';
}

function ofService(text: string, kind: PolicyKind, audience: Audience): Grant {
  const shown = `Principal.Service is ${showValue(text)}`;
  if (text.trim() === '*') {
    return { grantee: audience, shown };
  }
  if (audience === 'outside') {
    return { grantee: 'outside', shown: `${shown} on behalf of an account that is not listed as ours` };
  }
  return audience === 'everyone' && kind === 'resource'
    ? { grantee: 'unsourced', shown: `${shown} without a source` }
    : { grantee: 'service', shown };
}

function ofFederation(text: string, statement: Statement, audience: Audience, book: AccountBook): Grant {
  const shown = `Principal.Federated is ${showValue(text)}`;
  if (text === '*') {
    return { grantee: audience, shown };
  }
  if (OPEN_PROVIDERS.test(text)) {
    const bound = conditionsOn(statement.condition, ':aud').some((value) => !value.startsWith('*'));
    return {
      grantee: bound ? 'narrowed' : 'everyone',
      shown: `${shown}, with${bound ? '' : 'out'} an audience`,
    };
  }
  const relation = relationOf(text, book);
  if (relation === 'own' && SHARED_ISSUERS.test(text)) {
    const bound = namesSubject(statement);
    return { grantee: bound ? 'own' : 'everyone', shown: `${shown}, with${bound ? '' : 'out'} a subject` };
  }
  return { grantee: relation === 'own' || relation === 'outside' ? relation : 'unknown', shown };
}

/** Whether only tokens for a named project are taken. */
function namesSubject(statement: Statement): boolean {
  const subjects = conditionsOn(statement.condition, ':sub');
  return subjects.length > 0 && subjects.every((value) => !/^([a-z_-]+:)?[*?]/i.test(value));
}
