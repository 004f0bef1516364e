/** Why a line or a record does not hold. */
export type ChainProblem =
  /** No record in the form in which records are written: other text, a part of a line, a field that is wrong. */
  | 'not-a-record'
  /** Longer than any record. */
  | 'too-long'
  /** JSON of a record, but not its RFC 8785 form: rewritten by something. */
  | 'not-canonical'
  /** Its hash is not that of its content: edited. */
  | 'hash-mismatch'
  /** The chain does not begin with its first record: cut off at the front. */
  | 'beginning-missing'
  /** Records before it are missing: deleted, or moved behind it. */
  | 'gap'
  /** A record with this number was there already: duplicated, or moved behind a later one. */
  | 'repeated'
  /** Its number follows, but it was not appended to the record before it: one of the two was replaced. */
  | 'link-mismatch'
  /** A signed head names another record at this place. */
  | 'head-mismatch'
  /** The chain ends before its signed head: cut off at the end. */
  | 'end-missing'
  /** A signed head names a chain of which there is no record. */
  | 'chain-missing'
  /** A signed head was not signed by any of the given keys. */
  | 'signature-mismatch'
  /** No signed head covers it, where one must. */
  | 'not-sealed'
  /** A compressed file ends too early or cannot be decompressed. */
  | 'damaged-file'
  /** There is no record at all. */
  | 'no-records';
