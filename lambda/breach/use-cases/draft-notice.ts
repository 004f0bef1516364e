import { sha256 } from '../../shared/audit-chain/record';
import { cleanDetails } from '../domain/incident/clean-details';
import { accepted, notIn } from '../domain/incident/decision';
import { retainUntil } from '../domain/incident/retention';
import type { NoticeDetails } from '../domain/notices/notice-details';
import type { NoticeKind } from '../domain/notices/notice-item';
import { type RenderedNotice, renderNotice } from '../domain/notices/render-notice';
import type { EvidenceArchive } from '../ports/evidence-archive';
import { type CaseDependencies, type CaseOutcome, changeCase } from './change-case';
import { documentKey } from './evidence-keys';

/** A draft for whoever sends it, and the case that remembers it. */
export interface DraftOutcome {
  readonly outcome: CaseOutcome;
  readonly notice: RenderedNotice | undefined;
}

/**
 * Writes a draft of a notice and keeps a copy as evidence, in which the words of people are redacted.
 *
 * @see 45 CFR 164.404(c)
 */
export async function draftNotice(
  id: string,
  kind: NoticeKind,
  details: NoticeDetails,
  by: string,
  dependencies: CaseDependencies & { readonly archive: EvidenceArchive },
): Promise<DraftOutcome> {
  let notice: RenderedNotice | undefined;
  const outcome = await changeCase(
    id,
    async (incident, { today }) => {
      const wrong = notIn(['open'], incident);
      if (wrong !== undefined) {
        return wrong;
      }
      const facts = { ...incident.facts, asOf: today };
      notice = renderNotice(kind, facts, details);
      const kept = renderNotice(kind, facts, cleanDetails(details)).markdown;
      const key = documentKey(id, 'notices', `${kind}-${sha256(kept).slice(0, 32)}`, 'md');
      await dependencies.archive.put({
        key,
        body: kept,
        contentType: 'text/markdown',
        retainUntil: retainUntil(today),
      });
      return accepted({
        type: 'notice-drafted',
        by,
        kind,
        key,
        sha256: sha256(notice.markdown),
        missing: notice.missing,
      });
    },
    dependencies,
  );
  return { outcome, notice: outcome.outcome === 'done' ? notice : undefined };
}
