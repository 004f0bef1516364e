import type { BaselineRule } from '../baseline-rule';
import { got } from '../template-values/got';
import { isTrue } from '../template-values/scalars';
import { judgeDatabase } from './database';

/**
 * People and software log in to a database as who they are in IAM, where the engine offers it.
 *
 * @see 45 CFR 164.312(d)
 */
export const databaseIdentity: BaselineRule = {
  id: 'Baseline-DatabaseIdentity',
  severity: 'error',
  info: 'A PostgreSQL, MySQL or MariaDB database accepts IAM authentication.',
  explanation:
    'A shared password tells nobody who came; IAM gives each person and each function a login of its own that lasts minutes.',
  fix: 'Set EnableIAMDatabaseAuthentication to true.',
  citations: ['164.312(d)', '164.312(a)(2)(i)'],
  basis: 'practice',
  evaluate: (subject) =>
    judgeDatabase(subject, ({ family, properties: { EnableIAMDatabaseAuthentication: value } }) =>
      family?.iamAuthentication === false || isTrue(value)
        ? []
        : [`EnableIAMDatabaseAuthentication must be true, ${got(value)}`],
    ),
};
