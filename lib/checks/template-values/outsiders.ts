import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Template } from '../template';
import { assembledText } from './assembled-text';
import { federationFault } from './federated-identity';
import { deniesOutsiders, narrowsToOwn } from './narrowing-conditions';
import { accountIn, ownAccounts } from './own-accounts';
import type { PolicyPrincipal, PolicyStatement } from './policy-statements';
import { type OwnIdentity, relationOf } from './principal-relation';
import { matches, namesEverybody } from './statement-scope';

/** Load balancers write their access logs from accounts of AWS, one a region. */
const LOG_DELIVERY_ACCOUNTS: ReadonlySet<string> = new Set(
  RegionInfo.regions.flatMap(({ elbv2Account }) => elbv2Account ?? []),
);

/** What log delivery may do. */
const LOG_DELIVERY_ACTIONS = ['s3:putobject', 's3:getbucketacl'];

/**
 * Whom the statements of a policy let in who is not of this account, its organization or its network, in words and each once. A
 * condition that narrows excuses a statement, and so does another that denies the same to all outsiders.
 */
export function outsidersIn(
  statements: readonly PolicyStatement[],
  template: Template,
  templates: readonly Template[],
): readonly string[] {
  const own = { accounts: ownAccounts(templates), template };
  const denials = statements.filter(
    (statement) => namesEverybody(statement) && deniesOutsiders(statement, own),
  );
  const found = statements
    .filter(({ effect }) => effect !== 'deny')
    .filter((statement) => !narrowsToOwn(statement, own) && !isDenied(statement, denials, own))
    .flatMap((statement) => outsidersOfOne(statement, own));
  return [...new Set(found)];
}

function outsidersOfOne(statement: PolicyStatement, own: OwnIdentity): readonly string[] {
  return [
    ...(statement.notPrincipals.length > 0 ? ['everybody but the NotPrincipal'] : []),
    ...statement.principals.flatMap((principal) => describe(principal, statement, own) ?? []),
  ];
}

function describe(
  { type, value }: PolicyPrincipal,
  statement: PolicyStatement,
  own: OwnIdentity,
): string | undefined {
  const text = assembledText(value, own.template);
  switch (type) {
    case 'service':
      return text === '*' ? 'every AWS service' : undefined;
    case 'federated':
      return text === '*' ? 'every identity provider' : federationFault(value, statement, own);
    default:
      return describeIdentity(text, statement, own);
  }
}

function describeIdentity(text: string, statement: PolicyStatement, own: OwnIdentity): string | undefined {
  const account = accountIn(text);
  switch (relationOf(text, own)) {
    case 'own':
    case 'aws':
      return undefined;
    case 'everyone':
      return 'everybody';
    case 'outside':
      return isLogDelivery(account, statement)
        ? undefined
        : `account ${account}, which the template does not show to be its own`;
    default:
      return 'a principal that the template does not show to be ours';
  }
}

function isLogDelivery(account: string, { actions, notActions }: PolicyStatement): boolean {
  return (
    LOG_DELIVERY_ACCOUNTS.has(account) &&
    notActions.length === 0 &&
    actions.every((action) => LOG_DELIVERY_ACTIONS.includes(action))
  );
}

/** Whether one statement denies outsiders all that another allows. */
function isDenied(
  allowed: PolicyStatement,
  denials: readonly PolicyStatement[],
  { template }: OwnIdentity,
): boolean {
  if (allowed.actions.length === 0) return false;
  return denials.some(
    (denial) =>
      allowed.actions.every((action) => denial.actions.some((pattern) => matches(pattern, action))) &&
      allowed.resources.every((resource) =>
        denial.resources.some((pattern) =>
          matches(assembledText(pattern, template), assembledText(resource, template)),
        ),
      ),
  );
}
