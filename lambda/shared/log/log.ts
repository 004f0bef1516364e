import { errorType } from './error-type';

/** What a field of a log line may be: nothing that somebody typed. `code` is one of a closed set of ours. */
type LogValue = number | boolean | { readonly code: string } | { readonly id: string };

/** The fields of one line. */
type LogFields = Readonly<Record<string, LogValue>>;

/** Writes lines of JSON. An error is told by its type alone: its text may repeat what somebody typed. */
export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, error: unknown, fields?: LogFields) => void;
}

/** A code of ours: letters, digits, dots and dashes. */
const CODE = /^[A-Za-z][A-Za-z0-9.:_-]{0,63}$/;

/** A UUID, hexadecimal digits, or a token. */
const ID = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,64}|tok-[a-p]{20})$/;

const WITHHELD = 'withheld';

/**
 * A log that lets through only what is shaped like a code or an id of ours; anything else becomes `withheld`.
 *
 * @param write takes one line, without its end
 * @see 45 CFR 164.312(a)(1), 164.502(b)
 */
export function createLog(write: (line: string) => void): Log {
  const line = (level: string, event: string, fields: LogFields, error?: unknown) =>
    write(
      JSON.stringify({
        level,
        event: shaped(event, CODE),
        ...(error !== undefined && { errorType: errorType(error) }),
        ...Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [shaped(name, CODE), shown(value)]),
        ),
      }),
    );
  return {
    info: (event, fields = {}) => line('INFO', event, fields),
    error: (event, error, fields = {}) => line('ERROR', event, fields, error ?? new Error()),
  };
}

function shown(value: LogValue): number | boolean | string {
  if (typeof value !== 'object') return value;
  return 'code' in value ? shaped(value.code, CODE) : shaped(value.id, ID);
}

function shaped(text: string, shape: RegExp): string {
  return shape.test(text) ? text : WITHHELD;
}
