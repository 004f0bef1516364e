/** One entry of a case's timeline, an item of its own: the line is a record of the case's chain. */
export interface TimelineEntry {
  readonly incidentId: string;
  readonly seq: number;
  /** The chain record as RFC 8785 JSON, without a line end; at most 262,144 bytes. */
  readonly line: string;
}
