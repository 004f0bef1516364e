import type { Demographics } from '../domain/record/patient-record';
import { audited } from './audited';
import { actorOf, type Call } from './call';
import { requireCategories } from './permissions';
import type { RecordsService } from './records-service';
import { Refusal } from './refusal';

const WRITTEN = ['demographics'] as const;

/** Adds a patient and gives the opaque id. */
export function registerPatient(
  { authorizer, work, randomness }: RecordsService,
  call: Call,
  demographics: Demographics,
): Promise<string> {
  const patientId = randomness.uuid();
  const access = {
    action: 'write',
    resourceType: 'patient',
    patientIds: [patientId],
    categories: WRITTEN,
  } as const;
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async ({ patients }) => {
      await requireCategories(authorizer, call, 'write', WRITTEN, { relations: [] }, true);
      if (!(await patients.add(patientId, demographics))) {
        throw new Refusal('taken');
      }
      await confirm();
      return patientId;
    }),
  );
}
