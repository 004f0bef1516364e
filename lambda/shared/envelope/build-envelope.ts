import type { EnvelopeSchema } from './field-kinds';
import { type FieldValue, type ReadContext, type RedactText, readField } from './field-readers';
import { createTokenize } from './token';

/** What may leave the boundary: typed fields of an allow-list, and how much was left behind. */
export interface Envelope {
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** How many keys of the input the schema does not have, and how many entries of lists were left out. */
  readonly dropped: number;
  /** The schema's own names of fields whose value was not of its kind. */
  readonly refused: readonly string[];
  /** Whether the input could not be read: then there are no fields. */
  readonly failed: boolean;
}

/** What an envelope is built with. */
export interface EnvelopeOptions {
  /** The key of the tokens, at least 32 bytes. */
  readonly key: Uint8Array;
  /** Names of resources and identities that were known at synth and may be shown. @default none */
  readonly knownNames?: ReadonlySet<string>;
  /**
   * `redactOrWithhold`: fields of the kind `text` are then carried, redacted and cut, and not refused. Passed in, so that whoever
   * carries no text does not carry its recognizers either.
   * @default none: text is refused
   */
  readonly redactText?: RedactText;
}

const FAILED: Envelope = { fields: {}, dropped: 0, refused: [], failed: true };

/**
 * Builds an envelope from an allow-list: a key that the schema does not have is dropped and counted, and a value that is not
 * of its kind is refused. Never throws: whatever cannot be read gives an envelope without fields.
 */
export function buildEnvelope(schema: EnvelopeSchema, input: unknown, options: EnvelopeOptions): Envelope {
  try {
    return readEnvelope(schema, input, options);
  } catch {
    return FAILED;
  }
}

function readEnvelope(schema: EnvelopeSchema, input: unknown, options: EnvelopeOptions): Envelope {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return FAILED;
  }
  const values = new Map<string, unknown>(Object.entries(input));
  const fields: [string, FieldValue][] = [];
  const refused: string[] = [];
  let dropped = 0;
  const context: ReadContext = {
    tokenize: createTokenize(options.key),
    knownNames: options.knownNames ?? new Set(),
    redactText: options.redactText,
    drop: (count) => {
      dropped += count;
    },
  };
  for (const [name, kind] of Object.entries(schema)) {
    const written = values.get(name);
    values.delete(name);
    const value = written === undefined ? undefined : readField(written, kind, context);
    if (value !== undefined) {
      fields.push([name, value]);
    } else if (written !== undefined) {
      refused.push(name);
    }
  }
  return { fields: Object.fromEntries(fields), dropped: dropped + values.size, refused, failed: false };
}
