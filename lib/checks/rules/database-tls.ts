import type { BaselineRule, RuleSubject } from '../baseline-rule';
import { got } from '../template-values/got';
import { isTrue } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';
import { type Database, judgeDatabase, parametersOf } from './database';
import { requiresNativeEncryption } from './oracle-encryption';

/** Parameter groups of databases that force TLS unless they are told not to. */
const FORCED_BY_DEFAULT: ReadonlyMap<string, { readonly parameter: string; readonly forced: string }> =
  new Map([
    ['AWS::DocDB::DBClusterParameterGroup', { parameter: 'tls', forced: 'enabled' }],
    ['AWS::Neptune::DBClusterParameterGroup', { parameter: 'neptune_enforce_ssl', forced: '1' }],
  ]);

/**
 * A database refuses a connection in clear text. That stands in its parameter group: the groups that AWS makes cannot be
 * changed and differ by version, so that a database has one of its own.
 *
 * @see 45 CFR 164.312(e)(1), 164.312(e)(2)(ii)
 */
export const databaseTls: BaselineRule = {
  id: 'Baseline-DatabaseTls',
  severity: 'error',
  info: 'A database has a parameter group of its own that refuses connections without TLS.',
  explanation:
    'A database that merely offers TLS accepts clear text from every client that does not ask for it.',
  fix: 'Give the database a parameter group in the templates with rds.force_ssl = 1 (PostgreSQL, SQL Server), require_secure_transport = 1 (MySQL, MariaDB) or db2comm = SSL; an Oracle database an option group that requires NATIVE_NETWORK_ENCRYPTION; a proxy RequireTLS: true.',
  citations: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  basis: 'practice',
  evaluate: (subject) => {
    const { resource, template } = subject;
    if (resource.Type === 'AWS::RDS::DBProxy') {
      return judgeVariants(resource, template, ({ RequireTLS }) =>
        isTrue(RequireTLS) ? [] : [`RequireTLS of the proxy must be true, ${got(RequireTLS)}`],
      );
    }
    const byDefault = FORCED_BY_DEFAULT.get(resource.Type);
    if (byDefault !== undefined) return judgeGroup(subject, byDefault.parameter, byDefault.forced);
    return judgeDatabase(subject, (database) => judge(database, subject));
  },
};

/** DocumentDB takes `tls1.2+`, `tls1.3+` and `fips-140-3` for "enabled" too. */
function judgeGroup({ resource, template }: RuleSubject, name: string, forced: string): readonly string[] {
  const accepted: readonly unknown[] = [undefined, forced, 'tls1.2+', 'tls1.3+', 'fips-140-3'];
  const values = parametersOf(resource, template).map((set) => set.get(name));
  return values
    .filter((value) => !accepted.includes(value))
    .map((value) => `Parameter ${name} must be ${forced}, ${got(value)}`);
}

function judge(database: Database, subject: RuleSubject): readonly string[] {
  const { family, engine, groupProperty, group, parameters, properties } = database;
  if (family?.family === 'oracle') {
    return requiresNativeEncryption(properties.OptionGroupName, subject)
      ? []
      : [
          `OptionGroupName must name an option group that requires NATIVE_NETWORK_ENCRYPTION, ${got(properties.OptionGroupName)}`,
        ];
  }
  const { forcesTls } = family ?? {};
  if (forcesTls === undefined) return [`Engine must be one whose TLS a parameter can force, ${got(engine)}`];
  if (parameters.length === 0) {
    return [`${groupProperty} must name a parameter group that is in the templates, ${got(group)}`];
  }
  const { parameter, values } = forcesTls;
  return parameters
    .map((set) => set.get(parameter))
    .filter((value) => !values.some((accepted) => accepted === value))
    .map((value) => `Parameter ${parameter} must be ${values[0]}, ${got(value)}`);
}
