import { Readable } from 'node:stream';
import cdkJson from '../../../cdk.json';
import type { Surroundings } from '../../../lib/commands/command';

/** Surroundings of a project in some directory, with what was printed to them. */
export function surroundingsOf(projectRoot: string) {
  const printed = { stdout: '', stderr: '' };
  const surroundings: Surroundings = {
    account: undefined,
    region: undefined,
    today: '2026-11-21',
    projectRoot,
    cdkContext: cdkJson.context,
    version: '1.2.3',
    layout: { columns: null, color: false },
    stdin: Object.assign(Readable.from([]), { isTTY: false }),
    stdout: (text) => {
      printed.stdout += text;
    },
    stderr: (text) => {
      printed.stderr += text;
    },
  };
  return { surroundings, printed };
}
