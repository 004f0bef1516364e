import type { Category } from '../domain/access/category';
import { type ProjectedRecord, projectRecord } from '../domain/record/project';
import { audited } from './audited';
import { actorOf, type Call } from './call';
import { groundOf, permittedCategories } from './permissions';
import type { RecordsService } from './records-service';
import { Refusal } from './refusal';

/** What is read of whom. */
export interface ReadRequest {
  readonly patientId: string;
  readonly categories: readonly Category[];
  readonly action: 'read' | 'export';
}

/**
 * The permitted ones of the categories; only those are fetched. A patient who is unknown is refused as one whom the caller must
 * not see, where the caller needs a relation.
 *
 * @see 45 CFR 164.502(b)
 */
export function readRecord(
  { authorizer, work }: RecordsService,
  call: Call,
  { patientId, categories, action }: ReadRequest,
): Promise<ProjectedRecord> {
  const access = { action, resourceType: 'patient', patientIds: [patientId], categories } as const;
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async ({ patients }) => {
      const standing = await patients.standingTo(patientId);
      // Of psychotherapy notes the store gives those of the caller, and the projection shows no others.
      const permitted = await permittedCategories(authorizer, call, action, categories, standing, true);
      if (permitted.length === 0) {
        throw new Refusal('notPermitted');
      }
      const record = await patients.read(patientId, permitted);
      if (record === undefined) {
        throw new Refusal('absent');
      }
      const shown = projectRecord(record, permitted, call.caller.user.id);
      await confirm({ categories: permitted, breakGlassId: groundOf(call, standing) });
      return shown;
    }),
  );
}
