import { compliant, type Judgement, nonCompliant, notApplicable } from './compliance';
import type { ConfigurationItem } from './configuration-item';
import { listOf, objectOf, textOf } from './json';

/** The values of a parameter group by name; what has no value is not in it. */
export type ParameterValues = ReadonlyMap<string, string>;

/** Which parameter groups an instance of PostgreSQL has, or why none can be judged. */
export type GroupsInUse =
  | { readonly kind: 'judged'; readonly groups: readonly string[] }
  | { readonly kind: 'decided'; readonly judgement: Judgement };

/**
 * The parameter groups whose values are in effect on a database. A group that waits for a reboot, or is being applied, is not
 * in use, whatever it says.
 */
export function groupsInUse({ configuration }: ConfigurationItem): GroupsInUse {
  const engine = textOf(configuration.engine)?.toLowerCase() ?? '';
  if (engine.startsWith('aurora-postgresql')) {
    return decided(nonCompliant('The parameters of a cluster of Aurora are not read by this rule.'));
  }
  if (engine === '') return decided(nonCompliant('The engine of the database is not told.'));
  if (engine !== 'postgres') return decided(notApplicable('The database is not PostgreSQL.'));
  const groups = listOf(configuration.dBParameterGroups).map(objectOf);
  const names = groups.flatMap((group) => textOf(group?.dBParameterGroupName) ?? []);
  if (names.length === 0 || names.length < groups.length) {
    return decided(nonCompliant('The parameter group of the database is not told.'));
  }
  return groups.every((group) => group?.parameterApplyStatus === 'in-sync')
    ? { kind: 'judged', groups: names }
    : decided(
        nonCompliant('The parameter group is not in use yet: the database waits for a reboot or applies it.'),
      );
}

/**
 * Whether every group refuses connections without TLS.
 *
 * @see 45 CFR 164.312(e)(1)
 */
export function judgeTlsForced(groups: readonly ParameterValues[]): Judgement {
  return groups.length > 0 && groups.every((values) => values.get('rds.force_ssl') === '1')
    ? compliant('rds.force_ssl is 1 in the parameter group in use.')
    : nonCompliant(
        'rds.force_ssl must be 1 in the parameter group in use: connections without TLS are taken.',
      );
}

/** What pgaudit can record; a minus takes a class away. */
const CLASSES: ReadonlySet<string> = new Set([
  'all',
  'ddl',
  'function',
  'misc',
  'misc_set',
  'read',
  'role',
  'write',
]);

/**
 * Whether every group loads pgaudit and says what it records.
 *
 * @see 45 CFR 164.312(b)
 */
export function judgeAudited(groups: readonly ParameterValues[]): Judgement {
  if (
    groups.length === 0 ||
    !groups.every((values) => entries(values, 'shared_preload_libraries').includes('pgaudit'))
  ) {
    return nonCompliant('shared_preload_libraries must hold pgaudit in the parameter group in use.');
  }
  return groups.every((values) => entries(values, 'pgaudit.log').some((name) => CLASSES.has(name)))
    ? compliant('The parameter group in use loads pgaudit and says what it records.')
    : nonCompliant('pgaudit.log must name a class of statements in the parameter group in use.');
}

function entries(values: ParameterValues, name: string): readonly string[] {
  return (values.get(name) ?? '').split(',').map((entry) => entry.trim().toLowerCase());
}

function decided(judgement: Judgement): GroupsInUse {
  return { kind: 'decided', judgement };
}
