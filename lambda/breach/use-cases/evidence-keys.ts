/** Everything of a case in the archive stands under this. */
export function casePrefix(incidentId: string): string {
  return `incidents/${incidentId}/`;
}

/** Where the signed head of a chain stands: one for each entry that was signed, in order. */
export function headKey(incidentId: string, seq: number): string {
  return `${casePrefix(incidentId)}heads/${String(seq).padStart(10, '0')}.json`;
}

/** Where a document of a case stands, named by its hash: the same document is one object. */
export function documentKey(
  incidentId: string,
  kind: 'assessments' | 'notices' | 'containment',
  name: string,
  extension: 'json' | 'md',
): string {
  return `${casePrefix(incidentId)}${kind}/${name}.${extension}`;
}

/** Where the case file stands, as it was after an entry. */
export function caseFileKey(incidentId: string, seq: number, extension: 'json' | 'md' | 'jsonl'): string {
  return `${casePrefix(incidentId)}case-file/${String(seq).padStart(10, '0')}.${extension}`;
}
