import { z } from 'zod';

/** A field of a schema: a leaf of its objects, with lists and their entries as one field. */
interface SchemaField {
  readonly path: string;
  /** The leaf's innermost schema, and for a list that of its entries. */
  readonly kind: z.core.$ZodType;
  /** Whether it may be left out without getting a default. */
  readonly optional: boolean;
  /** What it is when left out; undefined where it is required or optional. */
  readonly preset: unknown;
  /** Whether it takes a list. */
  readonly list: boolean;
}

/** Every field of a schema, in the order of the schema; what it cannot look into stays one field. */
export function fieldsOf(schema: z.core.$ZodType, path: readonly string[] = []): SchemaField[] {
  const field = unwrap(schema);
  const { kind } = field;
  if (kind instanceof z.ZodObject && !field.list) {
    return Object.entries(kind.shape).flatMap(([key, part]) => fieldsOf(part, [...path, key]));
  }
  return [{ path: path.join('.'), ...field }];
}

function unwrap(schema: z.core.$ZodType): Omit<SchemaField, 'path'> {
  if (schema instanceof z.ZodDefault) {
    return { ...unwrap(schema.unwrap()), preset: schema.parse(undefined) };
  }
  if (schema instanceof z.ZodOptional) {
    return { ...unwrap(schema.unwrap()), optional: true };
  }
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodPrefault) {
    return unwrap(schema.unwrap());
  }
  return schema instanceof z.ZodArray
    ? { ...unwrap(schema.element), list: true }
    : { kind: schema, optional: false, preset: undefined, list: false };
}
