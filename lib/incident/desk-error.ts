import type { ExitCode } from '../commands/command';

/** The register cannot be used as asked: one sentence that says what to do, and how the command ends. */
export class DeskError extends Error {
  public override readonly name = 'DeskError';

  /** 2 where the person can repair it by another input or other credentials, 3 where a needed part is missing. */
  public readonly exitCode: Extract<ExitCode, 2 | 3>;

  constructor(message: string, exitCode: Extract<ExitCode, 2 | 3>) {
    super(message);
    this.exitCode = exitCode;
  }
}
