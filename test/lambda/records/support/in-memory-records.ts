import {
  type Category,
  LIST_CATEGORIES,
  type ListCategory,
} from '../../../../lambda/records/domain/access/category';
import type { Relation } from '../../../../lambda/records/domain/access/relation';
import type { BreakGlassGrant, BreakGlassReview } from '../../../../lambda/records/domain/break-glass/grant';
import type {
  Demographics,
  Entry,
  PartialRecord,
  PatientRecord,
} from '../../../../lambda/records/domain/record/patient-record';
import type { User } from '../../../../lambda/records/domain/session/user';
import type { BreakGlassGrants } from '../../../../lambda/records/ports/break-glass-grants';
import type {
  ChangeResult,
  FoundPatient,
  PatientRecords,
} from '../../../../lambda/records/ports/patient-records';
import type { StaffRegister } from '../../../../lambda/records/ports/staff-register';
import type { Actor, Stores, UnitOfWork } from '../../../../lambda/records/ports/unit-of-work';

/** A user with what the identity provider calls them, and whose record is their own. */
export interface KnownUser extends User {
  readonly subject: string | null;
  readonly patientId: string | null;
}

/** All that is stored. */
export interface RecordsState {
  records: Record<string, PatientRecord>;
  users: KnownUser[];
  careTeams: { patientId: string; userId: string }[];
  grants: (BreakGlassGrant & { justification: string; review: BreakGlassReview | null })[];
}

const EMPTY_STATE: RecordsState = { records: {}, users: [], careTeams: [], grants: [] };

/** A record of a patient of whom nothing but the demographics is known. */
export function newRecord(demographics: Demographics): PatientRecord {
  return {
    demographics: { version: 1, content: demographics },
    identifiers: null,
    insurance: [],
    diagnosis: [],
    diagnosisCodes: [],
    medications: [],
    labResults: [],
    notes: [],
    vitals: [],
    allergies: [],
    psychotherapyNotes: [],
  };
}

/**
 * Records in memory, with transactions and without a second line: whoever asks gets it, so that what the service itself keeps
 * back is seen.
 */
export class InMemoryRecords implements UnitOfWork {
  state: RecordsState;
  /** Set to make the next commits fail, as a database does that went away. */
  commitFails = false;
  commits = 0;

  constructor(state: RecordsState = EMPTY_STATE) {
    this.state = structuredClone(state);
  }

  async run<T>(actor: Actor, work: (stores: Stores) => Promise<T>): Promise<T> {
    const draft = structuredClone(this.state);
    const result = await work({
      patients: new Patients(draft, actor),
      staff: staffRegister(draft),
      grants: grantsOf(draft),
    });
    if (this.commitFails) throw new Error('the database went away');
    this.state = draft;
    this.commits += 1;
    return result;
  }
}

class Patients implements PatientRecords {
  readonly #state: RecordsState;
  readonly #actor: Actor;

  constructor(state: RecordsState, actor: Actor) {
    this.#state = state;
    this.#actor = actor;
  }

  standingTo(patientId: string) {
    const grant = this.#state.grants.find(
      (one) =>
        one.patientId === patientId &&
        one.userId === this.#actor.userId &&
        one.expiresAt > this.#actor.at &&
        one.review?.outcome !== 'notJustified',
    );
    const relations: Relation[] = [];
    if (
      this.#state.careTeams.some(
        (place) => place.patientId === patientId && place.userId === this.#actor.userId,
      )
    ) {
      relations.push('careTeam');
    }
    if (this.#state.users.some(({ id, patientId: own }) => id === this.#actor.userId && own === patientId)) {
      relations.push('self');
    }
    if (grant !== undefined) relations.push('breakGlass');
    return Promise.resolve({ relations, breakGlassId: grant?.id ?? null });
  }

  async search(criteria: Parameters<PatientRecords['search']>[0], limit: number) {
    const found: FoundPatient[] = [];
    for (const [id, record] of Object.entries(this.#state.records)) {
      const { familyName, givenName, birthDate } = record.demographics.content;
      if (
        starts(familyName, criteria.familyName) &&
        starts(givenName, criteria.givenName) &&
        (criteria.birthDate === undefined || criteria.birthDate === birthDate)
      ) {
        const { relations } = await this.standingTo(id);
        found.push({ id, relations, demographics: { familyName, givenName, birthDate } });
      }
    }
    return found.slice(0, limit);
  }

  read(patientId: string, categories: readonly Category[]): Promise<PartialRecord | undefined> {
    const record = this.#state.records[patientId];
    return Promise.resolve(
      record &&
        (Object.fromEntries(categories.map((category) => [category, record[category]])) as PartialRecord),
    );
  }

  add(patientId: string, demographics: Demographics) {
    const free = this.#state.records[patientId] === undefined;
    if (free) this.#state.records[patientId] = newRecord(demographics);
    return Promise.resolve(free);
  }

  replace(
    patientId: string,
    category: 'demographics' | 'identifiers',
    version: number,
    content: object,
  ): Promise<ChangeResult> {
    const record = this.#state.records[patientId];
    if (record === undefined) return Promise.resolve('absent');
    if ((record[category]?.version ?? 0) !== version) return Promise.resolve('conflict');
    this.#state.records[patientId] = { ...record, [category]: { version: version + 1, content } };
    return Promise.resolve('done');
  }

  findEntry<C extends ListCategory>(patientId: string, category: C, entryId: string) {
    return Promise.resolve(
      this.#list(patientId, category).find(({ id }) => id === entryId) as Entry<C> | undefined,
    );
  }

  addEntry(
    patientId: string,
    category: ListCategory,
    { id, content }: { readonly id: string; readonly content: Entry['content'] },
  ): Promise<ChangeResult> {
    if (this.#state.records[patientId] === undefined) return Promise.resolve('absent');
    const entry = { id, version: 1, authorId: this.#actor.userId, recordedAt: this.#actor.at, content };
    this.#put(patientId, category, [...this.#list(patientId, category), entry]);
    return Promise.resolve('done');
  }

  replaceEntry(
    patientId: string,
    category: ListCategory,
    {
      id,
      version,
      content,
    }: { readonly id: string; readonly version: number; readonly content: Entry['content'] },
  ): Promise<ChangeResult> {
    return this.#change(patientId, category, id, version, (entry) => [
      { ...entry, version: version + 1, content },
    ]);
  }

  deleteEntry(patientId: string, category: ListCategory, id: string, version: number): Promise<ChangeResult> {
    return this.#change(patientId, category, id, version, () => []);
  }

  #change(
    patientId: string,
    category: ListCategory,
    entryId: string,
    version: number,
    change: (entry: Entry) => readonly Entry[],
  ): Promise<ChangeResult> {
    const list = this.#list(patientId, category);
    const entry = list.find(({ id }) => id === entryId);
    if (entry === undefined) return Promise.resolve('absent');
    if (entry.version !== version) return Promise.resolve('conflict');
    this.#put(
      patientId,
      category,
      list.flatMap((one) => (one === entry ? change(one) : [one])),
    );
    return Promise.resolve('done');
  }

  #list(patientId: string, category: ListCategory): readonly Entry[] {
    return this.#state.records[patientId]?.[category] ?? [];
  }

  #put(patientId: string, category: ListCategory, list: readonly Entry[]): void {
    const record = this.#state.records[patientId];
    if (record !== undefined && LIST_CATEGORIES.includes(category)) {
      this.#state.records[patientId] = { ...record, [category]: list };
    }
  }
}

function starts(value: string, wanted: string | undefined): boolean {
  return wanted === undefined || value.toLowerCase().startsWith(wanted.toLowerCase());
}

function staffRegister(state: RecordsState): StaffRegister {
  return {
    put: ({ id, subject, role, active }) => {
      if (state.users.some((user) => user.subject === subject && user.id !== id))
        return Promise.resolve('conflict');
      state.users = [
        ...state.users.filter((user) => user.id !== id),
        { id, subject, role, active, kind: 'person', patientId: null },
      ];
      return Promise.resolve('done');
    },
    joinCareTeam: (patientId, userId) => {
      if (!state.records[patientId] || !state.users.some(({ id }) => id === userId)) {
        return Promise.resolve('absent');
      }
      state.careTeams.push({ patientId, userId });
      return Promise.resolve('done');
    },
    leaveCareTeam: (patientId, userId) => {
      const left = state.careTeams.filter(
        (place) => place.patientId !== patientId || place.userId !== userId,
      );
      const result = left.length === state.careTeams.length ? 'absent' : 'done';
      state.careTeams = left;
      return Promise.resolve(result);
    },
    linkPatient: (patientId, subject) => {
      if (!state.records[patientId]) return Promise.resolve('absent');
      if (subject !== null && state.users.some((user) => user.subject === subject)) {
        return Promise.resolve('conflict');
      }
      state.users = state.users.map((user) =>
        user.patientId === patientId ? { ...user, active: false, subject: null, patientId: null } : user,
      );
      if (subject !== null) {
        const id = `00000000-0000-4000-8000-${String(state.users.length).padStart(12, '9')}`;
        state.users.push({ id, subject, role: 'patient', active: true, kind: 'person', patientId });
      }
      return Promise.resolve('done');
    },
  };
}

function grantsOf(state: RecordsState): BreakGlassGrants {
  return {
    add: (grant, justification) => {
      if (!state.records[grant.patientId]) return Promise.resolve('absent');
      state.grants.push({ ...grant, justification, review: null });
      return Promise.resolve('done');
    },
    listUnreviewed: (limit) =>
      Promise.resolve(state.grants.filter(({ review }) => review === null).slice(0, limit)),
    find: (grantId) => Promise.resolve(state.grants.find(({ id }) => id === grantId)),
    review: (grantId, review) => {
      const grant = state.grants.find(({ id }) => id === grantId);
      if (grant === undefined) return Promise.resolve('absent');
      if (grant.review !== null) return Promise.resolve('conflict');
      grant.review = review;
      return Promise.resolve('done');
    },
  };
}
