import { ChainVerifier, TooManyChainsError } from '../../lambda/shared/audit-chain/chain-verifier';
import { readAuditArguments } from './audit-arguments';
import { readExport, requireReadable } from './audit-export';
import { readHeads } from './audit-heads';
import { renderVerdict } from './audit-text';
import { verdictOf } from './audit-verdict';
import { type Command, type ExitCode, UsageError } from './command';

/**
 * Verifies exported audit chains offline: names the first record that was edited, deleted, inserted, moved or doubled, and with signed
 * heads also what is missing at the end.
 *
 * @see 45 CFR 164.312(c)(2)
 * @see 45 CFR 164.312(b)
 */
export const auditCommand: Command = {
  name: 'audit',
  summary: 'verifies exported audit chains and names the first broken record',
  usage: `Usage: hipaa audit verify FILE…|- [--heads FILE --public-key FILE] [--format text|json] [options]

Reads audit records, one a line, gzip or not, in the order of the files, and verifies every chain in them (docs/audit-chain.md).
The content of a record is never shown.

  --heads FILE        signed heads, one JSON object a line: only with them can a missing end be seen; may be given several
                      times, like the keys
  --public-key FILE   the public key that signed them, PEM or DER, or as 'aws kms get-public-key' prints it
  --sealed            every record must be covered by a signed head
  --continue          a chain may begin behind the first of its heads: for an export of a later period
  --window N          accept what a stream delivered late or twice: up to N records wait for one that is late, and an exact
                      copy may come N records later (default: 0)
  --format FORMAT     text (default) or json
  --as-of DATE        the day that the answer is for, YYYY-MM-DD (default: today); records dated later are named

Exit codes: 0 intact; 1 broken; 2 bad input.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const request = readAuditArguments(args, surroundings.today);
    const heads = readHeads(request.headFiles, request.keyFiles, surroundings.projectRoot);
    requireReadable(request.files, surroundings);
    const verifier = new ChainVerifier({ ...request, heads: heads.heads });
    try {
      const files = await readExport(request.files, verifier, surroundings);
      const verdict = verdictOf(verifier.finish(), files, heads, request);
      surroundings.stdout(
        request.format === 'json' ? `${JSON.stringify(verdict, null, 2)}\n` : renderVerdict(verdict),
      );
      return verdict.verdict === 'intact' ? 0 : 1;
    } catch (error) {
      if (error instanceof TooManyChainsError) throw new UsageError(error.message);
      throw error;
    }
  },
};
