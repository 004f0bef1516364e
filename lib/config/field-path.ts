import type { EnvironmentConfig } from './schema';

type Section = {
  [Key in keyof EnvironmentConfig]-?: EnvironmentConfig[Key] extends object ? Key : never;
}[keyof EnvironmentConfig];

/** The path of a field of an environment, like 'lockMode' or 'retention.auditDays'. */
export type FieldPath =
  | Exclude<keyof EnvironmentConfig, Section>
  | { [Key in Section]: `${Key}.${Extract<keyof EnvironmentConfig[Key], string>}` }[Section];

/** The value at a path of plain data, undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = Reflect.get(value, key);
  }
  return value;
}
