import type { Verdict } from '../checks/verdict';

/** The verdict as one JSON document: the stable contract for programs. */
export function renderJson(verdict: Verdict): string {
  return `${JSON.stringify(verdict, null, 2)}\n`;
}
