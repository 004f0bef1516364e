import { canonicalJson } from '../../shared/audit-chain/canonical-json';
import { sha256 } from '../../shared/audit-chain/record';
import type { AssessmentResult } from '../domain/assessment/assess';
import type { AssessmentInput } from '../domain/assessment/assessment-input';
import { assessCase } from '../domain/incident/commands/assess-case';
import { retainUntil } from '../domain/incident/retention';
import type { EvidenceArchive } from '../ports/evidence-archive';
import { type CaseDependencies, type CaseOutcome, changeCase } from './change-case';
import { documentKey } from './evidence-keys';

/**
 * Records an assessment, and files what it rests on before that.
 *
 * @see 45 CFR 164.402
 * @see 45 CFR 164.530(j)
 */
export function assessIncident(
  id: string,
  input: AssessmentInput,
  by: string,
  dependencies: CaseDependencies & { readonly archive: EvidenceArchive },
): Promise<CaseOutcome> {
  return changeCase(
    id,
    async (incident, { today }) => {
      const filed: { key: string; body: string }[] = [];
      const decision = assessCase(incident, input, by, today, (result) => {
        const body = canonicalJson(plain(result));
        const key = documentKey(id, 'assessments', sha256(body).slice(0, 32), 'json');
        filed.push({ key, body });
        return key;
      });
      for (const { key, body } of decision.outcome === 'accepted' ? filed : []) {
        await dependencies.archive.put({
          key,
          body,
          contentType: 'application/json',
          retainUntil: retainUntil(today),
        });
      }
      return decision;
    },
    dependencies,
  );
}

function plain(result: AssessmentResult): Parameters<typeof canonicalJson>[0] {
  return JSON.parse(JSON.stringify(result));
}
