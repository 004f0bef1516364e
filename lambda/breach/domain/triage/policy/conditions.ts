import type { AccountBook } from '../event/accounts';
import { accountField } from '../event/accounts';
import { asObject, type JsonObject } from '../event/json';
import { flagOf, textsIn } from '../event/values';
import { isEveryone } from '../network/cidr';

/** Whom the conditions of a statement leave over of everyone. */
export type Audience = 'everyone' | 'own' | 'outside' | 'organization' | 'narrowed';

/** What a condition key tells of the caller. */
type KeyKind = 'account' | 'organization' | 'arn' | 'network' | 'address' | 'identity' | 'mount';

/** The keys that narrow who the caller can be. Whatever is missing here does not narrow. */
const KEYS: Readonly<Record<string, KeyKind>> = {
  'aws:principalaccount': 'account',
  'aws:sourceaccount': 'account',
  'aws:sourceowner': 'account',
  'kms:calleraccount': 'account',
  's3:dataaccesspointaccount': 'account',
  'aws:principalorgid': 'organization',
  'aws:principalorgpaths': 'organization',
  'aws:sourceorgid': 'organization',
  'aws:sourceorgpaths': 'organization',
  'aws:sourcearn': 'arn',
  'aws:principalarn': 'arn',
  's3:dataaccesspointarn': 'arn',
  'aws:sourcevpc': 'network',
  'aws:sourcevpce': 'network',
  'aws:sourcevpcarn': 'network',
  'aws:vpcsourceip': 'network',
  'aws:sourceip': 'address',
  'aws:userid': 'identity',
  'lambda:eventsourcetoken': 'identity',
  'elasticfilesystem:accessedviamounttarget': 'mount',
};

/** Operators that let through only what matches. Their opposites, `…IfExists` and `ForAllValues:` let others through. */
const NARROWING = new Set([
  'stringequals',
  'stringequalsignorecase',
  'stringlike',
  'arnequals',
  'arnlike',
  'ipaddress',
  'bool',
]);

/** Whom the conditions leave over; several conditions must all hold, so one that narrows is enough. */
export function audienceOf(condition: JsonObject | undefined, book: AccountBook): Audience {
  const found = new Set<Audience>();
  for (const [operator, keys] of Object.entries(condition ?? {})) {
    if (!NARROWING.has(operator.toLowerCase().replace(/^foranyvalue:/, ''))) {
      continue;
    }
    for (const [key, value] of Object.entries(asObject(keys) ?? {})) {
      found.add(leftOver(key.toLowerCase(), value, book));
    }
  }
  return (
    (['own', 'outside', 'organization', 'narrowed'] as const).find((one) => found.has(one)) ?? 'everyone'
  );
}

/** Whether the conditions hold a key whose name ends so, with a value that is more than a wildcard. */
export function conditionsOn(condition: JsonObject | undefined, suffix: string): readonly string[] {
  return Object.entries(condition ?? {}).flatMap(([operator, keys]) =>
    NARROWING.has(operator.toLowerCase().replace(/^foranyvalue:/, ''))
      ? Object.entries(asObject(keys) ?? {}).flatMap(([key, value]) =>
          key.toLowerCase().endsWith(suffix) ? textsIn(value) : [],
        )
      : [],
  );
}

function leftOver(key: string, value: unknown, book: AccountBook): Audience {
  const kind = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  if (kind === 'mount') {
    return flagOf(value) === true ? 'narrowed' : 'everyone';
  }
  const values = textsIn(value);
  if (kind === undefined || values.length === 0) {
    return 'everyone';
  }
  const each = values.map((text) => leftOverBy(kind, text, book));
  return (
    (['everyone', 'outside', 'organization', 'narrowed'] as const).find((one) => each.includes(one)) ?? 'own'
  );
}

function leftOverBy(kind: KeyKind, text: string, book: AccountBook): Audience {
  switch (kind) {
    case 'account':
      return byAccount(text, book);
    case 'organization':
      return text.startsWith('o-*') || text.startsWith('*')
        ? 'everyone'
        : book.organizations.has(text.split('/')[0] ?? '')
          ? 'own'
          : 'organization';
    case 'arn':
      return byArn(text, book);
    case 'address':
      return isEveryone(text) ? 'everyone' : 'narrowed';
    default:
      return text.startsWith('*') ? 'everyone' : 'narrowed';
  }
}

function byAccount(text: string, book: AccountBook): Audience {
  if (!/^\d{12}$/.test(text)) {
    return 'everyone';
  }
  return book.own.has(text) ? 'own' : 'outside';
}

/** An ARN without an account (a bucket, a REST API) still names one thing, if its name does not begin with a wildcard. */
function byArn(text: string, book: AccountBook): Audience {
  const account = accountField(text);
  if (account === undefined || /[*?]/.test(account)) {
    return 'everyone';
  }
  if (account !== '') {
    return byAccount(account, book);
  }
  const name = text.split(':').slice(5).join(':');
  return name === '' || /^[/]?[*?]/.test(name) ? 'everyone' : 'narrowed';
}
