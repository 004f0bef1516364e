import type { BaselineRule } from '../baseline-rule';
import { got } from '../template-values/got';
import { type Database, judgeDatabase } from './database';

const CLASSES = ['all', 'ddl', 'function', 'misc', 'misc_set', 'read', 'role', 'write'];

/**
 * A PostgreSQL database loads pgaudit and audits something. That it audits what is read and written, no template tells: pgaudit
 * writes the text of a statement unless `pgaudit.log_statement` is off, which a parameter group cannot say and a database can, so
 * that a careful one switches `read` and `write` on there.
 *
 * @see 45 CFR 164.312(b)
 */
export const databaseAudited: BaselineRule = {
  id: 'Baseline-DatabaseAudited',
  severity: 'error',
  info: 'A PostgreSQL database loads pgaudit, and its parameter group says which classes of statements are recorded.',
  explanation: 'Without it the log knows who connected, and nobody knows what they did.',
  fix: 'In the parameter group of the database, add pgaudit to shared_preload_libraries and set pgaudit.log to ddl,role or more; record read and write too, once pgaudit.log_statement is off in the database.',
  citations: ['164.312(b)'],
  basis: 'practice',
  evaluate: (subject) => judgeDatabase(subject, judge),
};

function judge({ family, parameters, groupProperty, group }: Database): readonly string[] {
  if (family?.family !== 'postgres') return [];
  if (parameters.length === 0) {
    return [`${groupProperty} must name a parameter group that is in the templates, ${got(group)}`];
  }
  return parameters.flatMap((set) => {
    const libraries = set.get('shared_preload_libraries');
    const log = set.get('pgaudit.log');
    return [
      ...(entries(libraries).includes('pgaudit')
        ? []
        : [`Parameter shared_preload_libraries must hold pgaudit, ${got(libraries)}`]),
      ...(isRecorded(entries(log))
        ? []
        : [`Parameter pgaudit.log must name a class of statements, ${got(log)}`]),
    ];
  });
}

/** A minus takes a class away. */
function isRecorded(classes: readonly string[]): boolean {
  return classes.some((name) => CLASSES.includes(name));
}

function entries(list: unknown): readonly string[] {
  return String(list ?? '')
    .split(',')
    .map((entry) => entry.trim());
}
