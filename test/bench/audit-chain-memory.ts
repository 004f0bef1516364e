import { ChainVerifier } from '../../lambda/shared/audit-chain/chain-verifier';
import { LineSplitter } from '../../lambda/shared/audit-chain/line-splitter';

/**
 * Verifies the records on standard input as the command does, and prints the largest resident memory up to the line that the
 * argument names, and at the end, in bytes.
 */
async function main(early: number): Promise<void> {
  const verifier = new ChainVerifier();
  const splitter = new LineSplitter(verifier);
  const largest = () => process.resourceUsage().maxRSS * 1024;
  let first = 0;
  for await (const chunk of process.stdin) {
    splitter.push(chunk);
    if (first === 0 && verifier.lines >= early) first = largest();
  }
  splitter.end();
  const { records, breakCount } = verifier.finish();
  console.log(JSON.stringify({ records, breakCount, first, last: largest() }));
}

main(Number(process.argv[2])).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
