import { estateOf, type TriageOptions } from '../../lambda/breach/domain/triage/options';
import { triageLine } from '../../lambda/breach/domain/triage/triage-line';
import type { TriageVerdict } from '../../lambda/breach/domain/triage/verdict';
import { printable } from '../report/printable';
import { type Command, type ExitCode, UsageError } from './command';
import { readLines } from './input-lines';
import { openInput } from './open-input';
import { oneOf, parseOptions } from './parse-options';

/**
 * Judges security events, one JSON document a line, and prints one verdict a line in the same order.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export const triageCommand: Command = {
  name: 'triage',
  summary: 'judges EventBridge events: incident, review, ignore or malformed',
  usage: `Usage: hipaa triage [FILE|-] [--format text|json] [options]

Reads EventBridge events, one JSON document a line, and prints one verdict a line in the same order.
Empty lines are passed over. A verdict is a level of response, not a finding of law.

  --format FORMAT            text (default) or json: one object a line
  --trusted-account ID       an account that is ours; may be given several times, like those below
  --trusted-organization ID  an organization that is ours
  --audit-store NAME         a bucket, log group, topic or queue that keeps audit records
  --decoy NAME               a name, id or ARN that nobody has a reason to touch
  --isolated-vpc ID          a VPC that must have no way to or from the Internet
  --retention-days N         how long audit records are kept, in days (default: 2192)

Exit codes: 0 every line has a verdict, whatever it is; 2 bad input.
`,
  run: async (args, surroundings): Promise<ExitCode> => {
    const { values, positionals } = parseOptions('triage', args, {
      format: { type: 'string', default: 'text' },
      'trusted-account': { type: 'string', multiple: true },
      'trusted-organization': { type: 'string', multiple: true },
      'audit-store': { type: 'string', multiple: true },
      decoy: { type: 'string', multiple: true },
      'isolated-vpc': { type: 'string', multiple: true },
      'retention-days': { type: 'string' },
    });
    const format = oneOf('--format', ['text', 'json'], values.format);
    const options: TriageOptions = {
      trustedAccounts: accountsOf(values['trusted-account']),
      trustedOrganizations: values['trusted-organization'],
      auditStores: values['audit-store'],
      decoys: values.decoy,
      isolatedVpcs: values['isolated-vpc'],
      retentionDays: daysOf(values['retention-days']),
    };
    const input = openInput(positionals, surroundings);
    for await (const line of readLines(input, estateOf(options).maxLineLength + 1)) {
      if (line.trim() === '') continue;
      const verdict = triageLine(line, options);
      surroundings.stdout(`${format === 'json' ? JSON.stringify(verdict) : renderVerdict(verdict)}\n`);
    }
    return 0;
  },
};

function accountsOf(accounts: readonly string[] = []): readonly string[] {
  for (const account of accounts) {
    if (!/^\d{12}$/.test(account)) {
      throw new UsageError(`'--trusted-account' must be 12 digits, got: '${printable(account)}'`);
    }
  }
  return accounts;
}

function daysOf(days: string | undefined): number | undefined {
  if (days === undefined) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(days)) {
    throw new UsageError(
      `'--retention-days' must be a number of days from 1 to 99999, got: '${printable(days)}'`,
    );
  }
  return Number(days);
}

/** One line for a person: what to do, how urgent, what it is, why. */
function renderVerdict({ verdict, severity, signal, reasons, citations }: TriageVerdict): string {
  const head = [verdict.toUpperCase().padEnd(9), (severity ?? '').padEnd(8), signal ?? '']
    .join(' ')
    .trimEnd();
  const law = citations.length === 0 ? '' : ` [${citations.join(', ')}]`;
  return `${head}: ${printable(reasons.join('; '))}${law}`;
}
