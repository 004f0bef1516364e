import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Makes a cloud assembly that failed its checks undeployable: without its manifests, nested ones included, no `cdk deploy` finds
 * stacks in it. Templates and the report stay, to be looked at.
 */
export function discardAssembly(directory: string): void {
  if (!existsSync(directory)) return;
  rmSync(path.join(directory, 'manifest.json'), { force: true });
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name.startsWith('assembly-'))
      discardAssembly(path.join(directory, entry.name));
  }
}
