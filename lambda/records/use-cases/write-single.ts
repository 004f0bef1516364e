import type { SingleCategory } from '../domain/access/category';
import type { CategoryContent } from '../domain/record/patient-record';
import type { Call } from './call';
import { changeRecord } from './change-record';
import type { RecordsService } from './records-service';

/** Replaces what a record has once. */
export function writeSingle<C extends SingleCategory>(
  service: RecordsService,
  call: Call,
  {
    patientId,
    category,
    version,
    content,
  }: {
    readonly patientId: string;
    readonly category: C;
    readonly version: number;
    readonly content: CategoryContent[C];
  },
): Promise<void> {
  return changeRecord(service, call, {
    action: 'write',
    resourceType: 'patient',
    patientId,
    categories: [category],
    isAuthor: () => Promise.resolve(false),
    apply: (patients) => patients.replace(patientId, category, version, content),
  });
}
