import { RELATIONS, type Relation } from '../domain/access/relation';
import { type PatientSummary, summarizePatient } from '../domain/record/summary';
import type { Authorizer } from '../ports/authorizer';
import type { PatientCriteria } from '../ports/patient-records';
import { audited } from './audited';
import { actorOf, type Call } from './call';
import { permittedCategories, requireCategories } from './permissions';
import type { RecordsService } from './records-service';

/** How many patients a search shows at most: whoever finds more than that looks for somebody else. */
const MOST_FOUND = 25;

/** What a search found. */
export interface SearchResult {
  readonly patients: readonly PatientSummary[];
  /** Whether there are more than are shown. */
  readonly more: boolean;
}

const SEEN = ['demographics'] as const;

/** Summaries of the patients whom the caller may see. */
export function searchPatients(
  { authorizer, work }: RecordsService,
  call: Call,
  criteria: PatientCriteria,
): Promise<SearchResult> {
  const access = { action: 'search', resourceType: 'patientList', categories: SEEN } as const;
  return audited(call.trail, access, (confirm) =>
    work.run(actorOf(call), async ({ patients }) => {
      // Whom no relation would let see anybody need not look.
      await requireCategories(authorizer, call, 'read', SEEN, { relations: RELATIONS }, false);
      const found = await patients.search(criteria, MOST_FOUND + 1);
      const maySee = await seenBy(authorizer, call, found);
      const shown = found.filter(({ relations }) => maySee.has(keyOf(relations))).slice(0, MOST_FOUND);
      await confirm({ patientIds: shown.map(({ id }) => id) });
      return {
        patients: shown.map(({ id, demographics }) => summarizePatient(id, demographics, call.origin.at)),
        more: found.length > MOST_FOUND,
      };
    }),
  );
}

/** The sets of relations, of those that occur, with which the caller sees a patient. */
async function seenBy(
  authorizer: Authorizer,
  call: Call,
  found: readonly { readonly relations: readonly Relation[] }[],
): Promise<ReadonlySet<string>> {
  const sets = new Map(found.map(({ relations }) => [keyOf(relations), relations]));
  const seen = new Set<string>();
  for (const [key, relations] of sets) {
    const permitted = await permittedCategories(authorizer, call, 'read', SEEN, { relations }, false);
    if (permitted.length > 0) seen.add(key);
  }
  return seen;
}

function keyOf(relations: readonly Relation[]): string {
  return RELATIONS.filter((relation) => relations.includes(relation)).join();
}
