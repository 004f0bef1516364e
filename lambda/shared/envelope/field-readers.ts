import { isAccountId, isRegion } from '../redaction/aws-identifiers';
import type { redactOrWithhold } from '../redaction/redact-or-withhold';
import type { FieldKind } from './field-kinds';
import { nameReference } from './name-reference';
import type { Tokenize } from './token';

/** A value that an envelope can carry. */
export type FieldValue = string | number | boolean | readonly FieldValue[];

/** How free text is redacted: {@link redactOrWithhold} or nothing. */
export type RedactText = typeof redactOrWithhold;

/** What reading needs besides the value. */
export interface ReadContext {
  readonly tokenize: Tokenize;
  /** Names that were known at synth and may be shown. */
  readonly knownNames: ReadonlySet<string>;
  readonly redactText: RedactText | undefined;
  /** Counts what was left out. */
  readonly drop: (count: number) => void;
}

const CITATION = /^(?:45 CFR )?1[56]\d\.\d{3}(?:\((?:[a-z]{1,2}|\d{1,2}|[ivx]{1,5}|[A-Z])\)){0,6}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ID_TAIL = /^-(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64})$/;

/** Nine digits could be a Social Security number. */
const LARGEST_COUNT = 9_999_999;

/** The longest value that is looked at; a longer one is not of any kind. */
const LONGEST_VALUE = 2048;

/** The value as the envelope carries it, or undefined when it is not of its kind. */
export function readField(value: unknown, kind: FieldKind, context: ReadContext): FieldValue | undefined {
  switch (kind.kind) {
    case 'count':
      return readCount(value, kind.most ?? LARGEST_COUNT);
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'list':
      return readList(value, kind, context);
    case 'text':
      return typeof value === 'string' ? readText(value, kind.maxLength, context) : undefined;
    default:
      return typeof value === 'string' && value.length <= LONGEST_VALUE
        ? readString(value, kind, context)
        : undefined;
  }
}

type StringKind = Exclude<FieldKind, { readonly kind: 'count' | 'flag' | 'list' | 'text' }>;

function readString(value: string, kind: StringKind, context: ReadContext): string | undefined {
  switch (kind.kind) {
    case 'enum':
      return kind.values.find((allowed) => allowed === value);
    case 'account':
      return isAccountId(value) ? value : undefined;
    case 'region':
      return isRegion(value) ? value : undefined;
    case 'instant':
      return readInstant(value);
    case 'date':
      return DATE.test(value) && isCalendarDate(value) ? value : undefined;
    case 'citation':
      return CITATION.test(value) ? value : undefined;
    case 'id':
      return value.startsWith(kind.prefix) && ID_TAIL.test(value.slice(kind.prefix.length))
        ? value
        : undefined;
    case 'resource':
    case 'principal':
      return nameReference(value, context);
  }
}

function readCount(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most
    ? value
    : undefined;
}

function readList(
  value: unknown,
  kind: Extract<FieldKind, { readonly kind: 'list' }>,
  context: ReadContext,
): readonly FieldValue[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const entries = Array.from({ length: Math.min(value.length, kind.most) }, (_, index) =>
    readField(value[index], kind.of, context),
  ).filter((entry) => entry !== undefined);
  context.drop(value.length - entries.length);
  return entries;
}

/** Text is redacted before it is cut, because a cut could leave the part of an identifier that no shape gives away. */
function readText(value: string, maxLength: number, { redactText }: ReadContext): string | undefined {
  return redactText?.(value).text.slice(0, maxLength).toWellFormed();
}

function readInstant(value: string): string | undefined {
  const time = INSTANT.test(value) && isCalendarDate(value.slice(0, 10)) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** JavaScript reads 30 February as 1 March; a date that it would change is none. */
function isCalendarDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
