import type { Category, ListCategory, SingleCategory } from '../../domain/access/category';
import type { Relation } from '../../domain/access/relation';
import type { CategoryContent, Demographics, Entry, PartialRecord } from '../../domain/record/patient-record';
import type { FieldCipher } from '../../ports/field-cipher';
import type {
  ChangeResult,
  FoundPatient,
  PatientCriteria,
  PatientRecords,
  Standing,
} from '../../ports/patient-records';
import type { Actor } from '../../ports/unit-of-work';
import { CATEGORY_TABLES } from './category-tables';
import { changeRows } from './change-rows';
import { CHANGE_SQL } from './change-sql';
import type { Statements } from './database';
import { SEARCH_SQL, STANDING_SQL } from './patient-sql';
import { readEntry, readRecord } from './read-record';
import { type Row, text } from './row';
import { valuesOf } from './stored-content';

/**
 * The patients' records in PostgreSQL, within the transaction of one actor: what row-level security does not show to the actor
 * is as if it were not there.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export class PostgresPatientRecords implements PatientRecords {
  readonly #statements: Statements;
  readonly #actor: Actor;
  readonly #cipher: FieldCipher;

  constructor(statements: Statements, actor: Actor, cipher: FieldCipher) {
    this.#statements = statements;
    this.#actor = actor;
    this.#cipher = cipher;
  }

  async standingTo(patientId: string): Promise<Standing> {
    const [row = {}] = await this.#statements.query(STANDING_SQL, [patientId]);
    return {
      relations: relationsOf(row),
      breakGlassId: typeof row.grant_id === 'string' ? row.grant_id : null,
    };
  }

  async search(criteria: PatientCriteria, limit: number): Promise<readonly FoundPatient[]> {
    const { familyName = null, givenName = null, birthDate = null } = criteria;
    const rows = await this.#statements.query(SEARCH_SQL, [familyName, givenName, birthDate, limit]);
    return rows.map((row) => ({
      id: text(row, 'patient_id'),
      relations: relationsOf(row),
      demographics: {
        familyName: text(row, 'family_name'),
        givenName: text(row, 'given_name'),
        birthDate: text(row, 'birth_date'),
      },
    }));
  }

  read(patientId: string, categories: readonly Category[]): Promise<PartialRecord | undefined> {
    return readRecord(this.#statements, this.#cipher, patientId, categories);
  }

  findEntry<C extends ListCategory>(
    patientId: string,
    category: C,
    entryId: string,
  ): Promise<Entry<C> | undefined> {
    return readEntry(this.#statements, this.#cipher, patientId, category, entryId);
  }

  async add(patientId: string, demographics: Demographics): Promise<boolean> {
    const sql = 'INSERT INTO records.patients (id) VALUES ($1) ON CONFLICT DO NOTHING';
    if ((await this.#statements.count(sql, [patientId])) === 0) return false;
    return (await this.replace(patientId, 'demographics', 0, demographics)) === 'done';
  }

  async replace<C extends SingleCategory>(
    patientId: string,
    category: C,
    version: number,
    content: CategoryContent[C],
  ): Promise<ChangeResult> {
    if (!(await this.#knows(patientId))) return 'absent';
    const table = CATEGORY_TABLES[category];
    const values = [patientId, version, ...(await valuesOf(table, content, patientId, this.#cipher))];
    const changed =
      version === 0
        ? await this.#statements.count(CHANGE_SQL.addSingle(table), values)
        : await changeRows(this.#statements, CHANGE_SQL.replaceSingle(table), values, table.blind);
    return changed > 0 ? 'done' : 'conflict';
  }

  async addEntry<C extends ListCategory>(
    patientId: string,
    category: C,
    entry: { readonly id: string; readonly content: CategoryContent[C] },
  ): Promise<ChangeResult> {
    if (!(await this.#knows(patientId))) return 'absent';
    const table = CATEGORY_TABLES[category];
    const values = await valuesOf(table, entry.content, patientId, this.#cipher);
    const added = await this.#statements.count(CHANGE_SQL.addEntry(table), [
      entry.id,
      patientId,
      this.#actor.userId,
      this.#actor.at,
      ...values,
    ]);
    return added > 0 ? 'done' : 'conflict';
  }

  async replaceEntry<C extends ListCategory>(
    patientId: string,
    category: C,
    entry: { readonly id: string; readonly version: number; readonly content: CategoryContent[C] },
  ): Promise<ChangeResult> {
    const table = CATEGORY_TABLES[category];
    const values = await valuesOf(table, entry.content, patientId, this.#cipher);
    return this.#changeEntry(patientId, category, entry.id, CHANGE_SQL.replaceEntry(table), [
      this.#actor.userId,
      this.#actor.at,
      entry.version,
      ...values,
    ]);
  }

  deleteEntry(
    patientId: string,
    category: ListCategory,
    entryId: string,
    version: number,
  ): Promise<ChangeResult> {
    const sql = CHANGE_SQL.deleteEntry(CATEGORY_TABLES[category]);
    return this.#changeEntry(patientId, category, entryId, sql, [version]);
  }

  async #changeEntry(
    patientId: string,
    category: ListCategory,
    entryId: string,
    sql: string,
    values: readonly unknown[],
  ): Promise<ChangeResult> {
    const table = CATEGORY_TABLES[category];
    const entry = [entryId, patientId];
    if ((await changeRows(this.#statements, sql, [...entry, ...values], table.blind)) > 0) return 'done';
    const found = await changeRows(this.#statements, CHANGE_SQL.findEntry(table), entry, table.blind);
    return found > 0 ? 'conflict' : 'absent';
  }

  async #knows(patientId: string): Promise<boolean> {
    return (await this.#statements.count('SELECT FROM records.patients WHERE id = $1', [patientId])) > 0;
  }
}

function relationsOf(row: Row): readonly Relation[] {
  const holds: readonly (readonly [Relation, unknown])[] = [
    ['careTeam', row.care_team],
    ['self', row.self],
    ['breakGlass', row.grant_id],
  ];
  return holds.filter(([, value]) => Boolean(value)).map(([relation]) => relation);
}
