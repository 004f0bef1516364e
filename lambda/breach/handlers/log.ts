import { createLog, type Log } from '../../shared/log/log';

/** The log of a function: codes, ids, numbers and flags alone. */
export const log: Log = createLog(writeLine);

/** Writes one line to what CloudWatch Logs collects. */
export function writeLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
