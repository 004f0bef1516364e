/** One kind of identifier that Safe Harbor removes. */
export interface IdentifierTypeRow {
  readonly type: string;
  /** The paragraph that lists it, in 45 CFR. */
  readonly citation: `164.514(b)(2)(i)(${string})`;
  /** What the law calls it. */
  readonly description: string;
}

/**
 * The identifiers that a text can carry, each with its place in the Safe Harbor list. Photographs (Q) and biometrics (P)
 * have no row: they are not text.
 * @see 45 CFR 164.514(b)(2)(i)
 */
export const IDENTIFIER_TYPES = [
  { type: 'NAME', citation: '164.514(b)(2)(i)(A)', description: 'names' },
  {
    type: 'ADDRESS',
    citation: '164.514(b)(2)(i)(B)',
    description: 'street addresses, post boxes and places smaller than a State',
  },
  { type: 'ZIP', citation: '164.514(b)(2)(i)(B)', description: 'ZIP and postal codes' },
  { type: 'COORDINATES', citation: '164.514(b)(2)(i)(B)', description: 'geographic coordinates' },
  { type: 'DATE', citation: '164.514(b)(2)(i)(C)', description: 'dates more precise than a year' },
  { type: 'AGE', citation: '164.514(b)(2)(i)(C)', description: 'ages over 89' },
  { type: 'PHONE', citation: '164.514(b)(2)(i)(D)', description: 'telephone numbers' },
  { type: 'FAX', citation: '164.514(b)(2)(i)(E)', description: 'fax numbers' },
  { type: 'EMAIL', citation: '164.514(b)(2)(i)(F)', description: 'electronic mail addresses' },
  { type: 'SSN', citation: '164.514(b)(2)(i)(G)', description: 'Social Security and taxpayer numbers' },
  { type: 'MRN', citation: '164.514(b)(2)(i)(H)', description: 'medical record numbers' },
  { type: 'HEALTH_PLAN', citation: '164.514(b)(2)(i)(I)', description: 'health plan beneficiary numbers' },
  { type: 'ACCOUNT', citation: '164.514(b)(2)(i)(J)', description: 'account, card and bank numbers' },
  { type: 'LICENSE', citation: '164.514(b)(2)(i)(K)', description: 'certificate and licence numbers' },
  {
    type: 'VEHICLE',
    citation: '164.514(b)(2)(i)(L)',
    description: 'vehicle identifiers, serial numbers and plates',
  },
  { type: 'DEVICE', citation: '164.514(b)(2)(i)(M)', description: 'device identifiers and serial numbers' },
  { type: 'URL', citation: '164.514(b)(2)(i)(N)', description: 'web addresses' },
  { type: 'IP', citation: '164.514(b)(2)(i)(O)', description: 'Internet Protocol addresses' },
  { type: 'ID', citation: '164.514(b)(2)(i)(R)', description: 'any other unique identifying number or code' },
] as const satisfies readonly IdentifierTypeRow[];

/** The name of an identifier, as it stands in spans and placeholders. */
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number]['type'];

/** The type of the one span that covers a text which was withheld altogether. */
export const WITHHELD = 'WITHHELD';

/** What a span can be of. */
export type SpanType = IdentifierType | typeof WITHHELD;
