import type { Action } from '../domain/access/action';
import type { Category } from '../domain/access/category';
import type { ResourceType } from '../domain/audit/audit-event';
import type { ChangeResult, PatientRecords, Standing } from '../ports/patient-records';
import { audited } from './audited';
import { actorOf, type Call } from './call';
import { requireDone } from './change-result';
import { groundOf, requireCategories } from './permissions';
import type { RecordsService } from './records-service';

/** One change of a record. */
export interface RecordChange {
  readonly action: Action & ('write' | 'diagnose' | 'delete');
  readonly resourceType: Extract<ResourceType, 'patient' | 'entry'>;
  readonly resourceId?: string;
  readonly patientId: string;
  /** All that it changes; the action must be permitted for each. */
  readonly categories: readonly Category[];
  /** Whether the caller is the author of what is changed. */
  isAuthor(patients: PatientRecords): Promise<boolean>;
  apply(patients: PatientRecords): Promise<ChangeResult>;
}

/** Makes a change that is permitted, and commits it only after its audit event is written. */
export function changeRecord(
  { authorizer, work }: RecordsService,
  call: Call,
  { action, resourceType, resourceId, patientId, categories, isAuthor, apply }: RecordChange,
): Promise<void> {
  const access = { action, resourceType, resourceId, patientIds: [patientId], categories };
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async ({ patients }) => {
      const standing: Standing = await patients.standingTo(patientId);
      const author = await isAuthor(patients);
      await requireCategories(authorizer, call, action, categories, standing, author);
      requireDone(await apply(patients));
      await confirm({ breakGlassId: groundOf(call, standing) });
    }),
  );
}
