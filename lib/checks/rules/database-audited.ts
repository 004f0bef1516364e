import type { BaselineRule } from '../baseline-rule';
import { got } from '../template-values/got';
import { type Database, judgeDatabase } from './database';

const CLASSES = ['read', 'write'];

/**
 * A PostgreSQL database records who read and who wrote.
 *
 * @see 45 CFR 164.312(b)
 */
export const databaseAudited: BaselineRule = {
  id: 'Baseline-DatabaseAudited',
  severity: 'error',
  info: 'A PostgreSQL database loads pgaudit and records what is read and written.',
  explanation: 'Without it the log knows who connected, and nobody knows what they saw.',
  fix: 'In the parameter group of the database, add pgaudit to shared_preload_libraries and set pgaudit.log to ddl,read,role,write; turn values off (Baseline-DatabaseLogsSilent).',
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
      ...(CLASSES.every((name) => records(entries(log), name))
        ? []
        : [`Parameter pgaudit.log must hold read and write, ${got(log)}`]),
    ];
  });
}

/** pgaudit reads its classes from left to right; a minus takes one away. */
function records(classes: readonly string[], name: string): boolean {
  return classes.reduce((on, entry) => {
    if (entry === name || entry === 'all') return true;
    return entry === `-${name}` || entry === '-all' || entry === 'none' ? false : on;
  }, false);
}

function entries(list: unknown): readonly string[] {
  return String(list ?? '')
    .split(',')
    .map((entry) => entry.trim());
}
