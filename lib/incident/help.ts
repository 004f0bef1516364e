import { paragraph } from '../report/paragraph';
import type { Subcommand } from './subcommand';
import { SUBCOMMANDS } from './subcommands';

const COMMON = `Every subcommand takes

  --environment E, -e E   the environment, as it was deployed
  --format FORMAT         text (default) or json (a stable contract, docs/incident-command.md)
  --yes                   confirms what cannot be undone, and what is kept redacted: for scripts
  --endpoint URL          a local AWS endpoint, as the drill uses it
  --region R              the region (default: CDK_DEFAULT_REGION, then the settings of the AWS SDK)
  --as-of DATE            the day that dates are told for; steps are recorded under one at an --endpoint alone
  --stack NAME            the stack whose outputs name the register (default: E-Response); its outputs are replaced by
                          --table, --bucket, --signing-key, --name-key and --bus

Exit codes: 0 done, overdue dates included; 1 refused, with the paragraph that says so, or a broken timeline; 2 bad
input, no confirmation, no credentials or ones that may not; 3 not run: nothing is deployed there, or nothing answers.
`;

const INTRODUCTION = `Usage: hipaa incident SUBCOMMAND --environment E [OPTIONS]

The responder's work on the incident register, with the credentials that the AWS SDK finds. What people write is redacted
before it is kept, and shown before that; names of people cannot be found by rules: leave them out.
`;

/** What `hipaa incident --help` prints, or `hipaa incident SUBCOMMAND --help`. */
export function incidentHelp(args: readonly string[]): string {
  const subcommand = SUBCOMMANDS.find(({ name }) => name === args.find((word) => !word.startsWith('-')));
  return subcommand === undefined ? overview() : helpOf(subcommand);
}

function overview(): string {
  const width = Math.max(...SUBCOMMANDS.map(({ name }) => name.length));
  return [
    INTRODUCTION,
    'Subcommands:',
    ...SUBCOMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'hipaa incident SUBCOMMAND --help tells its options.',
    '',
    COMMON,
  ].join('\n');
}

function helpOf({ name, summary, synopsis, details }: Subcommand): string {
  const words = `Usage: hipaa incident ${name}${synopsis === '' ? '' : ` ${synopsis}`} --environment E`;
  const usage = paragraph(words, '', '       ', { columns: 118, color: false });
  const sentence = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  return [usage, '', sentence, '', details, '', COMMON].join('\n');
}
