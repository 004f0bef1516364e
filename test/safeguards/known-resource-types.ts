import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LIBRARY = dirname(require.resolve('aws-cdk-lib/package.json'));

/** Every CloudFormation type that aws-cdk-lib has a class for, read from its text: loading the classes takes seconds. */
export function knownResourceTypes(): ReadonlySet<string> {
  const types = readdirSync(LIBRARY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => generatedFiles(join(LIBRARY, name, 'lib')))
    .flatMap((file) => [...readFileSync(file, 'latin1').matchAll(/CFN_RESOURCE_TYPE_NAME="([^"]+)"/g)])
    .flatMap(([, type]) => type ?? []);
  return new Set(types);
}

function generatedFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.generated.js'))
    .map((file) => join(folder, file));
}
