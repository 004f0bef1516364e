import type { ChangeResult } from '../ports/patient-records';
import { Refusal } from './refusal';

/** @throws Refusal unless the change was done */
export function requireDone(
  result: ChangeResult,
  conflict: 'taken' | 'versionConflict' = 'versionConflict',
): void {
  if (result === 'absent') {
    throw new Refusal('absent');
  }
  if (result === 'conflict') {
    throw new Refusal(conflict);
  }
}
