import { type ClientBase, Pool, type PoolConfig, type QueryConfig } from 'pg';
import { withoutText } from './database-failure';
import type { Row } from './row';
import { statementName } from './statement-names';

/** One statement and what it found; values are parameters, never part of the text. */
export interface Statements {
  query(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** How many rows it changed, or found. */
  count(text: string, values?: readonly unknown[]): Promise<number>;
}

/** Everything that the adapters do with the server: bounded, and without the text of its errors. */
export class Database {
  readonly #pool: Pool;

  constructor(config: PoolConfig) {
    this.#pool = new Pool(config);
    // A connection that broke while nobody used it; the pool makes another one.
    this.#pool.on('error', () => undefined);
  }

  /** One statement in a transaction of its own. */
  async query(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    try {
      return (await this.#pool.query<Row>(prepared(text, values))).rows;
    } catch (error) {
      throw withoutText(error);
    }
  }

  /** Commits when the work resolves; otherwise rolls back and throws what the work threw. */
  async transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw withoutText(error);
    });
    // Until it is known to be in order: a connection in an unknown state is never used again.
    let broken = true;
    const listener = () => undefined;
    client.on('error', listener);
    try {
      const statements = statementsOf(client);
      await statements.query('BEGIN');
      try {
        const result = await work(statements);
        await statements.query('COMMIT');
        broken = false;
        return result;
      } catch (error) {
        broken = await statements.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        throw error;
      }
    } finally {
      client.off('error', listener);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

function prepared(text: string, values: readonly unknown[]): QueryConfig {
  return values.length === 0 ? { text } : { name: statementName(text), text, values: [...values] };
}

function statementsOf(client: ClientBase): Statements {
  const run = async (text: string, values: readonly unknown[] = []) => {
    try {
      return await client.query<Row>(prepared(text, values));
    } catch (error) {
      throw withoutText(error);
    }
  };
  return {
    query: async (text, values) => (await run(text, values)).rows,
    count: async (text, values) => (await run(text, values)).rowCount ?? 0,
  };
}
