import { ROLES } from '../../domain/access/role';
import type { User } from '../../domain/session/user';
import type { UserDirectory } from '../../ports/user-directory';
import type { Database } from './database';
import { oneOf, type Row, text } from './row';

/** The people whom the service knows, in PostgreSQL. */
export class PostgresUserDirectory implements UserDirectory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async findBySubject(subject: string): Promise<User | undefined> {
    const [row] = await this.#database.query(
      'SELECT id AS user_id, role, active, kind FROM records.users WHERE subject = $1',
      [subject],
    );
    return row && userOf(row);
  }
}

/** The user in a row with `user_id`, `role`, `active` and `kind`. */
export function userOf(row: Row): User {
  return {
    id: text(row, 'user_id'),
    role: oneOf(row, 'role', ROLES),
    active: row.active === true,
    kind: oneOf(row, 'kind', ['person', 'service']),
  };
}
