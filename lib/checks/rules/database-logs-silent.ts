import type { BaselineRule } from '../baseline-rule';
import { got } from '../template-values/got';
import { variantsOf } from '../template-values/variants';
import { parametersOf } from './database';
import { engineFamily } from './database-engines';
import { LOGGING_PARAMETERS } from './database-logging-parameters';

/**
 * A database writes no values into its log: what is in the log is read by people who may not read the database, and is kept
 * for years.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export const databaseLogsSilent: BaselineRule = {
  id: 'Baseline-DatabaseLogsSilent',
  severity: 'error',
  info: 'The parameter group of a PostgreSQL, MySQL or MariaDB database keeps statements, parameters and rows out of its log.',
  explanation:
    'A statement, an error or a plan in the log holds names and numbers of patients, and whoever may read logs reads them.',
  fix: 'Set the parameter as the message says; keep who did what in the audit log, which names statements by class and relation.',
  citations: ['164.312(a)(1)'],
  basis: 'practice',
  evaluate: ({ resource, template }) => {
    if (!/^AWS::RDS::DB(?:Cluster)?ParameterGroup$/.test(resource.Type)) return [];
    const families = new Set(variantsOf(resource, template).map(({ Family }) => Family));
    const problems = [...families].flatMap((name) => {
      const family = engineFamily(name);
      if (family === undefined) return [`Family must be one whose parameters are known, ${got(name)}`];
      return parametersOf(resource, template).flatMap((set) => judge(family.family, set));
    });
    return [...new Set(problems)];
  },
};

function judge(
  family: keyof typeof LOGGING_PARAMETERS,
  set: ReadonlyMap<string, unknown>,
): readonly string[] {
  return (LOGGING_PARAMETERS[family] ?? []).flatMap(({ name, silent, silentByDefault, why }) => {
    const value = set.get(name);
    const isSilent = value === undefined ? silentByDefault : silent.some((accepted) => accepted === value);
    return isSilent ? [] : [`Parameter ${name} must be ${silent[0]}, ${got(value)} ${why}`];
  });
}
