import type { Category, ListCategory, SingleCategory } from '../domain/access/category';
import type { Relation } from '../domain/access/relation';
import type { CategoryContent, Demographics, Entry, PartialRecord } from '../domain/record/patient-record';

/** Who the actor is to a patient. */
export interface Standing {
  readonly relations: readonly Relation[];
  /** The grant behind `breakGlass`. */
  readonly breakGlassId: string | null;
}

/** What a search looks for; all that is given must match. */
export interface PatientCriteria {
  /** The beginning of the family name, whatever the case. */
  readonly familyName?: string;
  /** The beginning of the given name, whatever the case. */
  readonly givenName?: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
}

/** A patient whom a search found. */
export interface FoundPatient {
  readonly id: string;
  /** Who the actor is to this patient, as `standingTo` says it. */
  readonly relations: readonly Relation[];
  readonly demographics: Pick<Demographics, 'familyName' | 'givenName' | 'birthDate'>;
}

/** How a change ended: `conflict` when somebody else changed it first, `absent` when there is no such thing. */
export type ChangeResult = 'done' | 'conflict' | 'absent';

/**
 * The patients' records within one transaction of one actor, whom every method sees as row-level security does: what the actor
 * must not see is as if it were not there. Identifiers and the text of psychotherapy notes are encrypted by the store.
 */
export interface PatientRecords {
  /** Who the actor is to this patient; no relations where there is no such patient. */
  standingTo(patientId: string): Promise<Standing>;

  /** At most `limit` patients whom the actor may see, by family name, given name and id. */
  search(criteria: PatientCriteria, limit: number): Promise<readonly FoundPatient[]>;

  /** Those categories, or undefined where there is no such patient. Only psychotherapy notes that the actor wrote. */
  read(patientId: string, categories: readonly Category[]): Promise<PartialRecord | undefined>;

  /** Adds a patient; false when the id is taken. */
  add(patientId: string, demographics: Demographics): Promise<boolean>;

  /** Replaces a single category of this version; version 0 writes it for the first time. */
  replace<C extends SingleCategory>(
    patientId: string,
    category: C,
    version: number,
    content: CategoryContent[C],
  ): Promise<ChangeResult>;

  /** One entry, where the actor may see it. */
  findEntry<C extends ListCategory>(
    patientId: string,
    category: C,
    entryId: string,
  ): Promise<Entry<C> | undefined>;

  /** Adds an entry of the actor, version 1; `absent` when there is no such patient, `conflict` when the id is taken. */
  addEntry<C extends ListCategory>(
    patientId: string,
    category: C,
    entry: { readonly id: string; readonly content: CategoryContent[C] },
  ): Promise<ChangeResult>;

  /** Replaces the content of an entry of this version. */
  replaceEntry<C extends ListCategory>(
    patientId: string,
    category: C,
    entry: { readonly id: string; readonly version: number; readonly content: CategoryContent[C] },
  ): Promise<ChangeResult>;

  /** Deletes an entry of this version. */
  deleteEntry(
    patientId: string,
    category: ListCategory,
    entryId: string,
    version: number,
  ): Promise<ChangeResult>;
}
