/** What databases of one kind offer, whichever edition they are. */
export interface EngineFamily {
  readonly family: 'postgres' | 'mysql' | 'sqlserver' | 'db2' | 'oracle';
  /** How the names of its engines begin. */
  readonly prefixes: readonly string[];
  /** The parameter that refuses connections in clear text, and its values that do; undefined when none does. */
  readonly forcesTls?: { readonly parameter: string; readonly values: readonly string[] };
  /** Whether people and software can log in with their IAM identity. */
  readonly iamAuthentication: boolean;
}

const ON = ['1', 'on', 'true'];

/** The engines of RDS and Aurora, by the parameters that AWS documents for each. */
const FAMILIES: readonly EngineFamily[] = [
  {
    family: 'postgres',
    prefixes: ['postgres', 'aurora-postgresql'],
    forcesTls: { parameter: 'rds.force_ssl', values: ON },
    iamAuthentication: true,
  },
  {
    family: 'mysql',
    prefixes: ['mysql', 'mariadb', 'aurora-mysql', 'aurora'],
    forcesTls: { parameter: 'require_secure_transport', values: ON },
    iamAuthentication: true,
  },
  {
    family: 'sqlserver',
    prefixes: ['sqlserver', 'custom-sqlserver'],
    forcesTls: { parameter: 'rds.force_ssl', values: ON },
    iamAuthentication: false,
  },
  {
    family: 'db2',
    prefixes: ['db2'],
    forcesTls: { parameter: 'db2comm', values: ['ssl'] },
    iamAuthentication: false,
  },
  { family: 'oracle', prefixes: ['oracle', 'custom-oracle'], iamAuthentication: false },
];

/** The family of an engine (`aurora-postgresql`) or of a parameter group (`postgres16`); undefined for one that is unknown. */
export function engineFamily(name: unknown): EngineFamily | undefined {
  if (typeof name !== 'string') return undefined;
  return FAMILIES.find(({ prefixes }) => prefixes.some((prefix) => name.toLowerCase().startsWith(prefix)));
}
