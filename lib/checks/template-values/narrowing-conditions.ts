import { assembledText } from './assembled-text';
import type { PolicyCondition, PolicyStatement } from './policy-statements';
import { type OwnIdentity, relationOf } from './principal-relation';

/** What a condition key tells of who asks. */
type KeyKind = 'account' | 'organization' | 'arn' | 'network' | 'mount';

/** The keys that tell whose account or network a request comes from. Whatever is missing here does not narrow. */
const KEYS: ReadonlyMap<string, KeyKind> = new Map([
  ['aws:principalaccount', 'account'],
  ['aws:sourceaccount', 'account'],
  ['aws:sourceowner', 'account'],
  ['kms:calleraccount', 'account'],
  ['s3:dataaccesspointaccount', 'account'],
  ['aws:principalorgid', 'organization'],
  ['aws:principalorgpaths', 'organization'],
  ['aws:sourceorgid', 'organization'],
  ['aws:sourceorgpaths', 'organization'],
  ['aws:principalarn', 'arn'],
  ['aws:sourcearn', 'arn'],
  ['s3:dataaccesspointarn', 'arn'],
  ['aws:sourcevpc', 'network'],
  ['aws:sourcevpce', 'network'],
  ['elasticfilesystem:accessedviamounttarget', 'mount'],
]);

/** Operators that let through only what matches. `…IfExists` and `ForAllValues:` let through what says nothing. */
const MATCHING = /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|bool)$/;

/** Operators by which a statement that denies refuses whatever does not match. */
const REFUSING =
  /^(stringnotequals|stringnotequalsignorecase|stringnotlike|arnnotequals|arnnotlike)(ifexists)?$/;

/** Keys by which a statement that denies outsiders leaves AWS's own services alone. */
const SERVICE_EXEMPTIONS = ['aws:principalisawsservice', 'aws:viaawsservice'];

/** Whether the conditions of a statement that allows leave over nobody but this account, its organization or its network. */
export function narrowsToOwn({ conditions }: PolicyStatement, own: OwnIdentity): boolean {
  return conditions.some((condition) => MATCHING.test(condition.operator) && namesOwnOnly(condition, own));
}

/** Whether a statement denies everything to all but this account, its organization or its network. */
export function deniesOutsiders(statement: PolicyStatement, own: OwnIdentity): boolean {
  const deciding = statement.conditions.filter(({ key }) => !SERVICE_EXEMPTIONS.includes(key));
  const [condition, ...more] = deciding;
  return (
    statement.effect === 'deny' &&
    condition !== undefined &&
    more.length === 0 &&
    REFUSING.test(condition.operator) &&
    namesOwnOnly(condition, own)
  );
}

function namesOwnOnly({ key, values }: PolicyCondition, own: OwnIdentity): boolean {
  const kind = KEYS.get(key);
  return kind !== undefined && values.length > 0 && values.every((value) => isOwn(kind, value, own));
}

function isOwn(kind: KeyKind, value: unknown, own: OwnIdentity): boolean {
  const text = assembledText(value, own.template);
  switch (kind) {
    case 'account':
    case 'arn':
      return relationOf(text, own) === 'own' || (kind === 'arn' && isNamedBucket(text));
    case 'organization':
    case 'network':
      return !/^([a-z]+-)?[*?]/.test(text);
    case 'mount':
      return text.toLowerCase() === 'true';
  }
}

/** The ARN of a bucket has no account: its name must be there in full. */
function isNamedBucket(text: string): boolean {
  return /^arn:[^:]+:s3:::[^*?]+$/.test(text);
}
