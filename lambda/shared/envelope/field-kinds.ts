/**
 * What a field of an envelope can be. Each kind lets exactly its own values through; the resource and principal kinds hide
 * the part that somebody chose, and `text` is refused unless the caller allows free text.
 */
export type FieldKind =
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'account' }
  | { readonly kind: 'region' }
  /** An instant in ISO 8601, of which the date and time in UTC remain. */
  | { readonly kind: 'instant' }
  /** A calendar date. */
  | { readonly kind: 'date' }
  /** A whole number from 0 to `most`, by default 9,999,999: longer ones could be the number of somebody. */
  | { readonly kind: 'count'; readonly most?: number }
  | { readonly kind: 'flag' }
  /** A paragraph of 45 CFR, such as 164.404(b). */
  | { readonly kind: 'citation' }
  /** An id of ours: a prefix from the schema, a dash, and a UUID or 32 to 64 lower-case hexadecimal digits. */
  | { readonly kind: 'id'; readonly prefix: string }
  /** An ARN, an id that AWS made, or a name: its tail becomes a token. */
  | { readonly kind: 'resource' }
  /** An ARN or name of an identity: its tail becomes a token. */
  | { readonly kind: 'principal' }
  /** A list of at most `most` values of one kind; the others are dropped and counted. */
  | {
      readonly kind: 'list';
      readonly of: Exclude<FieldKind, { readonly kind: 'list' }>;
      readonly most: number;
    }
  /** Free text: off by default, otherwise redacted and cut to `maxLength` UTF-16 units. */
  | { readonly kind: 'text'; readonly maxLength: number };

/** The fields that an envelope may have: the allow-list. Everything else is dropped and counted. */
export type EnvelopeSchema = Readonly<Record<string, FieldKind>>;
