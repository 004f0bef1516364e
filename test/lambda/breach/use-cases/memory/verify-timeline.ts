import { readLine } from '../../../../../lambda/shared/audit-chain/read-line';
import { genesisOf } from '../../../../../lambda/shared/audit-chain/record';
import type { MemoryRegister } from './memory-store';

/** How many entries of all cases stand in one unbroken chain each, up to the head of its case. Throws at the first that does not. */
export function verifyTimelines({ incidents, entries }: MemoryRegister): number {
  let verified = 0;
  for (const [id, { head }] of incidents) {
    let prev = genesisOf(id);
    const lines = entries.get(id) ?? [];
    for (const [seq, { line }] of lines.entries()) {
      const record = readLine(line);
      if ('problem' in record || record.chain !== id || record.seq !== seq || record.prev !== prev) {
        throw new Error(`the chain of ${id} is broken at ${seq}`);
      }
      prev = record.hash;
      verified += 1;
    }
    if (head.hash !== prev || head.seq !== lines.length - 1) {
      throw new Error(`the head of ${id} is not its newest record`);
    }
  }
  return verified;
}
