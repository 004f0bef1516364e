import type { Surroundings } from '../commands/command';
import { UsageError } from '../commands/command';
import { readLines } from '../commands/input-lines';

/** The longest answer, in UTF-16 units. */
const MAX_ANSWER = 8000;

/** How often a question is asked again after an answer that cannot be. */
const MAX_TRIES = 5;

/** Talks with the person at the terminal: questions go to standard error, so that standard output holds the result alone. */
export class Dialogue {
  /** Whether anybody can be asked. */
  public readonly interactive: boolean;
  readonly #stdin: Surroundings['stdin'];
  readonly #stderr: (text: string) => void;
  #lines: AsyncGenerator<string> | undefined;

  constructor({ stdin, stderr }: Pick<Surroundings, 'stdin' | 'stderr'>) {
    this.interactive = stdin.isTTY === true;
    this.#stdin = stdin;
    this.#stderr = stderr;
  }

  /** Says something beside the result. */
  public tell(text: string): void {
    this.#stderr(`${text}\n`);
  }

  /** The answer to a question, without blanks around it. @throws UsageError when the input ends */
  public async ask(question: string): Promise<string> {
    this.#stderr(`${question} `);
    this.#lines ??= readLines(this.#stdin, MAX_ANSWER + 1);
    const { value, done } = await this.#lines.next();
    if (done === true) {
      this.#stderr('\n');
      throw new UsageError(
        'every question must be answered, got: the end of the input. Nothing was recorded.',
      );
    }
    return value.trim();
  }

  /** Asks until the answer can be read; `read` throws a {@link UsageError} for one that cannot. */
  public async askFor<Value>(question: string, read: (answer: string) => Value): Promise<Value> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.ask(question);
      try {
        if (answer.length > MAX_ANSWER) {
          throw new UsageError(`an answer must have at most ${MAX_ANSWER} characters`);
        }
        return read(answer);
      } catch (error) {
        if (!(error instanceof UsageError) || tries === MAX_TRIES) throw error;
        this.tell(`  ${error.message}`);
      }
    }
  }

  /** Lets go of the terminal, so that the process can end. */
  public async close(): Promise<void> {
    await this.#lines?.return(undefined);
  }
}
