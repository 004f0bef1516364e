import type { Finding } from './span';

/**
 * Unites findings that overlap, so that no tail of a shorter one stays readable. The surest names the union; between
 * equals the longer, then the earlier. The result is sorted and disjoint, whatever order the findings came in.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) {
    return findings;
  }
  const sorted = [...findings].sort(byPlace);
  const merged: Finding[] = [];
  let open: Finding | undefined;
  let named: Finding | undefined;
  for (const finding of sorted) {
    if (open === undefined || named === undefined || finding.start >= open.end) {
      if (open !== undefined) {
        merged.push(open);
      }
      open = finding;
      named = finding;
      continue;
    }
    named = isSurer(finding, named) ? finding : named;
    open = { ...named, start: open.start, end: Math.max(open.end, finding.end) };
  }
  if (open !== undefined) {
    merged.push(open);
  }
  return merged;
}

function byPlace(left: Finding, right: Finding): number {
  return (
    left.start - right.start ||
    right.end - left.end ||
    sureness(right) - sureness(left) ||
    (left.type < right.type ? -1 : Number(left.type > right.type))
  );
}

function isSurer(candidate: Finding, holder: Finding): boolean {
  const difference = sureness(candidate) - sureness(holder);
  return difference === 0 ? candidate.end - candidate.start > holder.end - holder.start : difference > 0;
}

/** Between equals, a type that says more than "any other number" names the union. */
function sureness({ confidence, type }: Finding): number {
  return confidence * 2 - Number(type === 'ID');
}
