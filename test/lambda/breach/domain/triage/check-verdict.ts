import { SIGNALS } from '../../../../../lambda/breach/domain/triage/signals/catalogue';
import { JUDGEMENT_FAILED } from '../../../../../lambda/breach/domain/triage/triage-event';
import type { TriageFinding, TriageVerdict } from '../../../../../lambda/breach/domain/triage/verdict';

/** The longest reason, in characters. */
const MAX_REASON = 400;

/** What is wrong with a verdict, whatever the event was; undefined where nothing is. */
export function faultIn(verdict: TriageVerdict): string | undefined {
  return [verdict, ...(verdict.findings ?? [])].map(faultInOne).find((fault) => fault !== undefined);
}

function faultInOne({
  id,
  verdict,
  severity,
  signal,
  reasons,
  citations,
  dedupeKey,
}: TriageFinding): string | undefined {
  if (!['incident', 'review', 'ignore', 'malformed'].includes(verdict)) {
    return `verdict is ${verdict}`;
  }
  if (reasons.includes(JUDGEMENT_FAILED)) {
    return 'a judgement threw';
  }
  if (!/^[\w:./=+-]{1,200}$/.test(id)) {
    return `id is ${id}`;
  }
  if (
    reasons.length === 0 ||
    reasons.length > 9 ||
    reasons.some((reason) => reason.length > MAX_REASON || /[\p{C}]/u.test(reason))
  ) {
    return `reasons are ${JSON.stringify(reasons)}`;
  }
  const recorded = verdict === 'incident' || verdict === 'review';
  const told =
    signal !== null && severity !== null && dedupeKey !== null && citations.length > 0 && SIGNALS.has(signal);
  const silent = signal === null && severity === null && dedupeKey === null && citations.length === 0;
  return (recorded ? told : silent)
    ? undefined
    : `${verdict} has signal ${signal}, severity ${severity}, key ${dedupeKey}`;
}
