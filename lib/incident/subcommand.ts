import { isIncidentId } from '../../lambda/breach/domain/incident/incident-id';
import { type ExitCode, UsageError } from '../commands/command';
import { printable } from '../report/printable';
import type { Tools } from './session';

/** One word behind `hipaa incident`: a row of the table and a file of its own. */
export interface Subcommand {
  readonly name: string;
  /** One line for the list of subcommands. */
  readonly summary: string;
  /** What stands behind its name, as help prints it. */
  readonly synopsis: string;
  /** What `--help` says below the synopsis; the common options follow. */
  readonly details: string;
  readonly run: (args: readonly string[], tools: Tools) => Promise<ExitCode>;
}

/** The ids of cases that must be given, in order. @throws UsageError where one is missing, wrong or one too many */
export function caseIds(positionals: readonly string[], ...labels: readonly string[]): readonly string[] {
  const surplus = positionals[labels.length];
  if (surplus !== undefined) {
    throw new UsageError(`${labels.join(' and ')} alone must be given, got: '${printable(surplus)}' as well`);
  }
  return labels.map((label, index) => {
    const id = positionals[index];
    if (!isIncidentId(id)) {
      throw new UsageError(
        `${label} must be the id of a case, like inc-3f2a… (hipaa incident list shows them), got: ${quoted(positionals[index])}`,
      );
    }
    return id;
  });
}

/** The id of the one case that must be given. @throws UsageError where it is missing, wrong or one too many */
export function caseId(positionals: readonly string[]): string {
  return caseIds(positionals, 'ID')[0] ?? '';
}

function quoted(value: string | undefined): string {
  return value === undefined ? 'nothing' : `'${printable(value.slice(0, 80))}'`;
}
