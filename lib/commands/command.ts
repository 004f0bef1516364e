import type { Layout } from '../report/paragraph';

/** 0 holds or done, 1 does not hold, 2 bad input or configuration, 3 not run because a needed part is missing. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command may know of the machine; it reads nothing of it by itself. */
export interface Surroundings {
  /** CDK_DEFAULT_ACCOUNT. */
  readonly account: string | undefined;
  /** CDK_DEFAULT_REGION. */
  readonly region: string | undefined;
  /** Today, `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  /** The directory that file names are relative to, absolute. */
  readonly projectRoot: string;
  /** The CDK context of the project. */
  readonly cdkContext: Readonly<Record<string, unknown>>;
  /** Our own version. */
  readonly version: string;
  /** How text for people is laid out. */
  readonly layout: Layout;
  /** Standard input; `isTTY` where a person sits at it. */
  readonly stdin: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  /** Writes the result, and nothing else. */
  readonly stdout: (text: string) => void;
  /** Writes what is said beside the result. */
  readonly stderr: (text: string) => void;
  /**
   * Shows how far long work is, in place of what it showed before.
   * @default nobody looks
   */
  readonly progress?: (text: string) => void;
}

/** One command of `hipaa`: a row of the table and a file of its own. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /**
   * What `--help` prints behind these arguments, where a command has words of its own behind it.
   * @default `usage`
   */
  readonly usageFor?: (args: readonly string[]) => string;
  /** @param args what stands after the name of the command */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<ExitCode>;
}

/** The command line asked for something that does not exist; the message says what does. */
export class UsageError extends Error {
  public override readonly name = 'UsageError';
}
