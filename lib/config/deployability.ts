import type { EnvironmentConfig } from './schema';

/** The account that AWS's own documentation uses; nobody has credentials for it. */
export const DOCUMENTATION_ACCOUNT = '111122223333';

/** Domains that no mail reaches, because they are reserved for documentation and tests (RFC 2606, RFC 6761). */
const RESERVED_DOMAIN = /([@.](example|test|invalid|localhost)|(^|[@.])example\.(com|net|org))$/i;

/** Whether an environment is more than an example, and if not, what to set. */
export type Deployability =
  | { readonly deployable: true }
  | { readonly deployable: false; readonly reason: string };

/** An environment is deployable when somebody gets its alerts and nothing in it belongs to documentation. */
export function deployability(config: EnvironmentConfig): Deployability {
  const missing = config.alertEmail === undefined ? ['alertEmail (or pass -c alertEmail=…)'] : [];
  const examples = textFields(config).flatMap(({ field, text }) => (isExample(text) ? [field] : []));
  const wanted = [...missing, ...new Set(examples)];
  if (wanted.length === 0) {
    return { deployable: true };
  }
  const why =
    examples.length === 0
      ? 'nobody would get its alerts'
      : `example domains and account ${DOCUMENTATION_ACCOUNT} belong to nobody`;
  return {
    deployable: false,
    reason: `To deploy '${config.name}', set ${wanted.join(', ')} to your own: ${why}.`,
  };
}

interface TextField {
  readonly field: string;
  readonly text: string;
}

/** Every text in the configuration, so that a field that comes later is judged too. */
function textFields(value: unknown, path: readonly string[] = []): TextField[] {
  if (typeof value === 'string') {
    return [{ field: path.join('.'), text: value }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry) => textFields(entry, path));
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, entry]) => textFields(entry, [...path, key]))
    : [];
}

function isExample(text: string): boolean {
  const account = text.startsWith('arn:') ? text.split(':')[4] : text;
  return account === DOCUMENTATION_ACCOUNT || RESERVED_DOMAIN.test(text);
}
