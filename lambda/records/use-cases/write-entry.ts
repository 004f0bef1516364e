import type { ListCategory } from '../domain/access/category';
import type { ChangeResult, PatientRecords } from '../ports/patient-records';
import type { Call } from './call';
import { changeRecord } from './change-record';
import {
  type EntryPart,
  listsOf,
  partsOf,
  type WrittenCategory,
  type WrittenContent,
  writingAction,
} from './entry-change';
import type { RecordsService } from './records-service';

/** Where an entry is. */
export interface EntryPlace<C extends WrittenCategory> {
  readonly patientId: string;
  readonly category: C;
}

/** Adds an entry of the caller and gives its opaque id. */
export async function addEntry<C extends WrittenCategory>(
  service: RecordsService,
  call: Call,
  { patientId, category, content }: EntryPlace<C> & { readonly content: WrittenContent[C] },
): Promise<string> {
  const id = service.randomness.uuid();
  await changeRecord(service, call, {
    action: writingAction(category),
    resourceType: 'entry',
    resourceId: id,
    patientId,
    categories: listsOf(category),
    isAuthor: () => Promise.resolve(true),
    apply: (patients) => each(partsOf(category, content), (part) => add(patients, patientId, id, part)),
  });
  return id;
}

/** Replaces the content of an entry that nobody changed since it was read. */
export function replaceEntry<C extends WrittenCategory>(
  service: RecordsService,
  call: Call,
  {
    patientId,
    category,
    entryId,
    version,
    content,
  }: EntryPlace<C> & {
    readonly entryId: string;
    readonly version: number;
    readonly content: WrittenContent[C];
  },
): Promise<void> {
  return changeRecord(service, call, {
    action: writingAction(category),
    resourceType: 'entry',
    resourceId: entryId,
    patientId,
    categories: listsOf(category),
    isAuthor: (patients) => isAuthor(patients, call, patientId, category, entryId),
    apply: (patients) =>
      each(partsOf(category, content), (part) =>
        patients.replaceEntry(patientId, part.category, { id: entryId, version, content: part.content }),
      ),
  });
}

/** Deletes an entry that nobody changed since it was read. */
export function deleteEntry(
  service: RecordsService,
  call: Call,
  {
    patientId,
    category,
    entryId,
    version,
  }: EntryPlace<WrittenCategory> & { readonly entryId: string; readonly version: number },
): Promise<void> {
  return changeRecord(service, call, {
    action: 'delete',
    resourceType: 'entry',
    resourceId: entryId,
    patientId,
    categories: listsOf(category),
    isAuthor: (patients) => isAuthor(patients, call, patientId, category, entryId),
    apply: (patients) =>
      each(listsOf(category), (list) => patients.deleteEntry(patientId, list, entryId, version)),
  });
}

function add(
  patients: PatientRecords,
  patientId: string,
  id: string,
  { category, content }: EntryPart,
): Promise<ChangeResult> {
  return patients.addEntry(patientId, category, { id, content });
}

async function isAuthor(
  patients: PatientRecords,
  { caller }: Call,
  patientId: string,
  category: ListCategory,
  entryId: string,
): Promise<boolean> {
  const entry = await patients.findEntry(patientId, category, entryId);
  return entry !== undefined && entry.authorId === caller.user.id;
}

/** One after the other, until one is not done; the transaction undoes those before it. */
async function each<T>(
  parts: readonly T[],
  change: (part: T) => Promise<ChangeResult>,
): Promise<ChangeResult> {
  for (const part of parts) {
    const result = await change(part);
    if (result !== 'done') return result;
  }
  return 'done';
}
