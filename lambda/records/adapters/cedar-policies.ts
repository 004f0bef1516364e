import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One Cedar policy; a file holds one, and its name is the id. */
interface CedarPolicy {
  readonly id: string;
  readonly statement: string;
}

/** The policies and the schema that they are valid under, as text. */
export interface CedarPolicies {
  readonly schema: string;
  readonly policies: readonly CedarPolicy[];
}

/** The namespace of all types of the schema. */
export const CEDAR_NAMESPACE = 'Records';

const EXTENSION = '.cedar';

/** Reads the policies that the records service judges by, sorted by id. */
export function readCedarPolicies(folder = path.join(__dirname, '..', 'policies')): CedarPolicies {
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  return {
    schema: read('records.cedarschema'),
    policies: readdirSync(folder)
      .filter((file) => file.endsWith(EXTENSION))
      .sort()
      .map((file) => ({ id: path.basename(file, EXTENSION), statement: read(file) })),
  };
}
