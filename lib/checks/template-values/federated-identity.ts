import { assembledText } from './assembled-text';
import type { PolicyStatement } from './policy-statements';
import { type OwnIdentity, relationOf } from './principal-relation';

/** Providers that anybody can have an identity of, so that only the audience tells for which application. */
const OPEN_PROVIDERS =
  /^(accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|appleid\.apple\.com|cognito-identity\.amazonaws\.com)$/;

/** Providers that give anybody's project a token, so that only the subject tells whose. */
const SHARED_ISSUERS =
  /token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|oidc\.circleci\.com|vstoken\.dev\.azure\.com|bitbucket\.org/;

const MATCHING = /^(foranyvalue:)?string(equals|equalsignorecase|like)$/;

/** Why a federated principal lets in more than our own users; undefined when it does not. */
export function federationFault(
  value: unknown,
  statement: PolicyStatement,
  own: OwnIdentity,
): string | undefined {
  const text = assembledText(value, own.template);
  if (OPEN_PROVIDERS.test(text)) {
    return isBound(statement, ':aud', own) || isBound(statement, ':app_id', own)
      ? undefined
      : 'an identity provider for everybody, without an audience';
  }
  const relation = relationOf(text, own);
  if (relation !== 'own') return 'an identity provider that the template does not show to be ours';
  return SHARED_ISSUERS.test(issuerOf(text, own)) && !isBound(statement, ':sub', own)
    ? 'an identity provider that others share, without a subject'
    : undefined;
}

/** The address of a provider is in its ARN, or in the resource that a reference names. */
function issuerOf(text: string, { template }: OwnIdentity): string {
  const [, name = ''] = /^\$\{(\w+)/.exec(text) ?? [];
  const provider = Object.hasOwn(template.Resources, name) ? template.Resources[name] : undefined;
  return provider === undefined ? text : assembledText(provider.Properties?.Url, template);
}

function isBound({ conditions }: PolicyStatement, suffix: string, { template }: OwnIdentity): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      MATCHING.test(operator) &&
      key.endsWith(suffix) &&
      values.length > 0 &&
      values.every((value) => !/^([a-z_-]+:)?[*?]/i.test(assembledText(value, template))),
  );
}
