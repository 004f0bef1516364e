/** Long enough for V8's background compilation to end, in ms. */
export const SETTLE_MS = 150;

/**
 * Ends the process with this code, once what was written is out and V8 has settled: a process that exits while a
 * background thread waits for a garbage collection can wait for itself for ever (seen on Node 24).
 */
export function endProcess(exitCode: number): void {
  process.stderr.write('', () => {
    setTimeout(() => process.exit(exitCode), SETTLE_MS);
  });
}
