/** An object of evidence: redacted text, because nobody can delete it. */
export interface Evidence {
  /** `incidents/<id>/…`, made of ids, numbers and words of ours. */
  readonly key: string;
  readonly body: string;
  readonly contentType: 'application/json' | 'application/x-ndjson' | 'text/markdown';
  /** The first day on which it may be deleted, `YYYY-MM-DD`. */
  readonly retainUntil: string;
}

/**
 * The locked archive. Nothing is overwritten: the same object again is accepted, another one under its key refused.
 *
 * @see 45 CFR 164.316(b)(2)(i)
 */
export interface EvidenceArchive {
  readonly put: (evidence: Evidence) => Promise<void>;
  readonly get: (key: string) => Promise<string | undefined>;
  /** Locks every version of every object under the prefix until that day at least, never shorter; answers how many there are. */
  readonly extend: (prefix: string, retainUntil: string) => Promise<number>;
}
