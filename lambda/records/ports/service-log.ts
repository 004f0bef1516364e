/** What may be logged of a request: codes and numbers, never a value or the text of an error. */
export interface RequestReport {
  readonly correlationId: string;
  /** The name of the route, not its path. */
  readonly route: string;
  readonly status: number;
  readonly durationMs: number;
  /** The class of the error, where there was one. */
  readonly errorClass: string | null;
}

/** The log for operators. */
export interface ServiceLog {
  request(report: RequestReport): void;
}
