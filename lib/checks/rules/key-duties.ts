import type { Template } from '../template';
import { assembledText } from '../template-values/assembled-text';
import type { PolicyStatement } from '../template-values/policy-statements';
import { speaksOf } from '../template-values/statement-scope';

/** Actions that decide who may use a key, or whether it is there at all. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:DeleteImportedKeyMaterial',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
];

/** Actions that turn ciphertext into what it says, or make it; signing and what is derived from a key too. */
const USE = [
  'kms:Decrypt',
  'kms:DeriveSharedSecret',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyPair',
  'kms:GenerateDataKeyPairWithoutPlaintext',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:GenerateMac',
  'kms:ReEncryptFrom',
  'kms:Sign',
];

/**
 * Condition keys by which an account, named as a whole, keeps its administrators and users apart: by who they are, or by the service
 * that uses the key in their name.
 */
const SEPARATING = /^(aws:principal(arn|tag\/.+)|aws:userid|kms:viaservice|kms:encryptioncontext:.+)$/;

/** Operators that let through only what matches. */
const MATCHING = /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike)$/;

/** The duties that one statement gives to one principal. */
interface Duties {
  readonly principal: string;
  readonly administers: boolean;
  readonly uses: boolean;
  /** Whether a condition leaves some members of an account over, and not others. */
  readonly separated: boolean;
}

/** The principals that a key policy lets administer the key and use it, each once; services are not meant. */
export function doubleDuties(statements: readonly PolicyStatement[], template: Template): readonly string[] {
  const duties = statements
    .filter(({ effect }) => effect !== 'deny')
    .flatMap((statement) => dutiesIn(statement, template));
  const both = duties.filter(({ administers, uses }) => administers && uses);
  const across = duties.filter(
    (one) => one.administers && duties.some((other) => other.uses && clash(one, other)),
  );
  return [...new Set([...both, ...across].map(({ principal }) => principal))];
}

function dutiesIn(statement: PolicyStatement, template: Template): readonly Duties[] {
  const administers = ADMINISTRATION.some((action) => speaksOf(statement, action));
  const uses = USE.some((action) => speaksOf(statement, action));
  if (!administers && !uses) return [];
  const separated = statement.conditions.some(
    ({ operator, key, values }) =>
      MATCHING.test(operator) && SEPARATING.test(key) && values.length > 0 && !values.includes('*'),
  );
  const everybody = statement.notPrincipals.length > 0 ? ['everybody but the NotPrincipal'] : [];
  return [
    ...everybody,
    ...statement.principals
      .filter(({ type }) => type !== 'service')
      .map(({ value }) => assembledText(value, template)),
  ].map((principal) => ({ principal, administers, uses, separated }));
}

/** The same role is the same role; an account as a whole may be divided by conditions on either side. */
function clash(one: Duties, other: Duties): boolean {
  if (one.principal !== other.principal) return false;
  return !isWholeAccount(one.principal) || (!one.separated && !other.separated);
}

function isWholeAccount(principal: string): boolean {
  return (
    principal === '*' || principal.endsWith(':root') || /^(\d{12}|\$\{AWS\.AccountId\})$/.test(principal)
  );
}
