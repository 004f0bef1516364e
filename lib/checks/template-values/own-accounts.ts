import type { Template } from '../template';
import { assembledText } from './assembled-text';
import { plainObject } from './intrinsic';
import { statementsOf } from './policy-statements';
import { resourcesOfType } from './resources-of-type';
import { speaksOf } from './statement-scope';
import { variantsOf } from './variants';

/** How an account writes itself in a template. */
const THIS_ACCOUNT = assembledText({ Ref: 'AWS::AccountId' }, { Resources: {}, Outputs: {} });

const known = new WeakMap<readonly Template[], ReadonlySet<string>>();
const knownOfOne = new WeakMap<Template, readonly string[]>();

/**
 * The accounts that the templates show to be their own: the one that the metadata of a template names, and the one that a key's policy
 * gives its administration to, if that is one account by number. KMS takes no key that its own account cannot administer, so that one
 * is the account of the key.
 */
export function ownAccounts(templates: readonly Template[]): ReadonlySet<string> {
  const found = known.get(templates) ?? new Set([THIS_ACCOUNT, ...templates.flatMap(ownAccountsOf)]);
  known.set(templates, found);
  return found;
}

function ownAccountsOf(template: Template): readonly string[] {
  const found = knownOfOne.get(template) ?? readOwnAccounts(template);
  knownOfOne.set(template, found);
  return found;
}

function readOwnAccounts(template: Template): readonly string[] {
  const stated = plainObject(template.Metadata?.HipaaBaseline)?.account;
  const ofKeys = resourcesOfType(template, 'AWS::KMS::Key').flatMap(({ resource }) =>
    variantsOf(resource, template).flatMap(({ KeyPolicy }) => {
      const administrators = administratorAccounts(KeyPolicy, template);
      return administrators.size === 1 ? [...administrators] : [];
    }),
  );
  return [...(typeof stated === 'string' ? [stated] : []), ...ofKeys].filter((id) => /^\d{12}$/.test(id));
}

function administratorAccounts(policy: unknown, template: Template): ReadonlySet<string> {
  const administrations = (statementsOf(policy) ?? []).filter(
    (statement) => statement.effect === 'allow' && speaksOf(statement, 'kms:PutKeyPolicy'),
  );
  return new Set(
    administrations
      .flatMap(({ principals }) => principals)
      .filter(({ type }) => type === 'aws')
      .map(({ value }) => accountIn(assembledText(value, template))),
  );
}

/** The account of a principal: a number by itself, or the account of an ARN. What has none is given back as it is. */
export function accountIn(principal: string): string {
  return principal.startsWith('arn:') ? (principal.split(':')[4] ?? '') : principal;
}
