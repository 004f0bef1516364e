import type { Action } from '../../../../lambda/records/domain/access/action';
import { CATEGORIES, type Category } from '../../../../lambda/records/domain/access/category';
import { PRACTICE } from '../../../../lambda/records/domain/access/decision';
import { PURPOSES } from '../../../../lambda/records/domain/access/purpose';
import type { Relation } from '../../../../lambda/records/domain/access/relation';
import { ROLES, type Role } from '../../../../lambda/records/domain/access/role';
import type { Authorizer } from '../../../../lambda/records/ports/authorizer';
import { RELATION_SETS } from './questions';

/** The verbs that have a column. */
const COLUMNS = ['read', 'write', 'diagnose', 'delete', 'export'] as const;

const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  careTeam: 'care team',
  self: 'own record',
  breakGlass: 'emergency grant',
};

const NEVER = '–';

/** What the engine says to every question there is, one table for each role, as Markdown. */
export async function renderAccessTables(authorizer: Authorizer): Promise<string> {
  const tables: string[] = [];
  for (const role of ROLES) {
    const rows: (readonly string[])[] = [];
    for (const category of CATEGORIES) {
      const cells: string[] = [];
      for (const action of COLUMNS) cells.push(await conditions(authorizer, role, action, category));
      rows.push([`\`${category}\``, ...cells]);
    }
    const administers = await conditions(authorizer, role, 'administer', PRACTICE);
    tables.push(
      `### ${role}\n\n${table(['category', ...COLUMNS], rows)}\n\n\`administer\`: ${administers === NEVER ? 'never' : administers}`,
    );
  }
  return tables.join('\n\n');
}

/** For each purpose, the smallest sets of relations with which it is permitted. */
async function conditions(
  authorizer: Authorizer,
  role: Role,
  action: Action,
  resource: Category | typeof PRACTICE,
): Promise<string> {
  const words = new Map<string, string>();
  for (const { purpose, author } of PURPOSES.flatMap((one) => [
    { purpose: one, author: false },
    { purpose: one, author: true },
  ])) {
    const decisions = await authorizer.decide(
      RELATION_SETS.map((relations) => ({ role, action, resource, relations, purpose, author })),
    );
    const permitted = RELATION_SETS.filter((_, index) => decisions[index]?.allowed);
    const smallest = permitted.filter((set) => isSmallest(set, permitted));
    for (const relations of smallest) {
      const how = [purpose, ...relations.map((relation) => RELATION_WORDS[relation])].join(', ');
      if (!words.has(how)) words.set(how, author ? `${how}, author` : how);
    }
  }
  return words.size === 0 ? NEVER : [...words.values()].join('; ');
}

function isSmallest(set: readonly Relation[], sets: readonly (readonly Relation[])[]): boolean {
  return !sets.some(
    (other) => other.length < set.length && other.every((relation) => set.includes(relation)),
  );
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}
