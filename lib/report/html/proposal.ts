import type { Verdict } from '../../checks/verdict';
import { NPRM_2025 } from '../../safeguards/catalogue/nprm-2025';
import { type Markup, markup } from './markup';
import { safeguardSections } from './safeguard-groups';
import { safeguardTable } from './safeguards';

/**
 * What the proposed rule would add, apart from everything that is scored.
 *
 * @see 90 FR 898
 */
export function renderProposal(verdict: Verdict): Markup {
  const safeguards = safeguardSections(verdict, 'nprm-2025').flatMap((section) => section.safeguards);
  return markup`
<p>Not law, and in none of the numbers above. ${NPRM_2025.source}; as of ${NPRM_2025.stateAsOf} ${NPRM_2025.state}. The paragraphs have the numbers of the proposal.</p>
${safeguards.length === 0 ? null : safeguardTable(safeguards, 'The proposal of 2025')}`;
}
