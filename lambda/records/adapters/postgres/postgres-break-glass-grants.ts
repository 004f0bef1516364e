import {
  BREAK_GLASS_REASONS,
  type BreakGlassGrant,
  type BreakGlassReview,
} from '../../domain/break-glass/grant';
import type { BreakGlassGrants, GrantUnderReview } from '../../ports/break-glass-grants';
import type { FieldCipher, FieldContext } from '../../ports/field-cipher';
import type { Statements } from './database';
import { DatabaseFailure, FOREIGN_KEY_VIOLATION } from './database-failure';
import { instant, oneOf, type Row, text } from './row';

const COLUMNS = 'g.id, g.user_id, g.patient_id, g.reason, g.granted_at, g.expires_at, g.review_due_at';

/**
 * Emergency access in PostgreSQL. The words of whoever asked are encrypted, in a table of their own that only
 * administrators read.
 *
 * @see 45 CFR 164.312(a)(2)(ii)
 */
export class PostgresBreakGlassGrants implements BreakGlassGrants {
  readonly #statements: Statements;
  readonly #cipher: FieldCipher;

  constructor(statements: Statements, cipher: FieldCipher) {
    this.#statements = statements;
    this.#cipher = cipher;
  }

  async add(grant: BreakGlassGrant, justification: string): Promise<'done' | 'absent'> {
    const ciphertext = await this.#cipher.encrypt(justification, contextOf(grant.patientId));
    // The actor does not see the patient yet: only the reference tells whether there is one.
    await this.#statements.query('SAVEPOINT add_grant');
    try {
      await this.#statements.query(
        `INSERT INTO records.break_glass_grants (id, user_id, patient_id, reason, granted_at, expires_at, review_due_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          grant.id,
          grant.userId,
          grant.patientId,
          grant.reason,
          grant.grantedAt,
          grant.expiresAt,
          grant.reviewDueAt,
        ],
      );
    } catch (error) {
      if (!(error instanceof DatabaseFailure) || error.code !== FOREIGN_KEY_VIOLATION) throw error;
      await this.#statements.query('ROLLBACK TO SAVEPOINT add_grant');
      return 'absent';
    }
    await this.#statements.query(
      'INSERT INTO records.break_glass_justifications (grant_id, justification) VALUES ($1, $2)',
      [grant.id, ciphertext],
    );
    return 'done';
  }

  async listUnreviewed(limit: number): Promise<readonly GrantUnderReview[]> {
    const rows = await this.#statements.query(
      `SELECT ${COLUMNS}, j.justification
       FROM records.break_glass_grants g JOIN records.break_glass_justifications j ON j.grant_id = g.id
       WHERE NOT EXISTS (SELECT FROM records.break_glass_reviews r WHERE r.grant_id = g.id)
       ORDER BY g.review_due_at, g.id LIMIT $1`,
      [limit],
    );
    return Promise.all(
      rows.map(async (row) => {
        const { justification } = row;
        if (!Buffer.isBuffer(justification)) throw new TypeError("'justification' must be ciphertext");
        const grant = grantOf(row);
        return {
          ...grant,
          justification: await this.#cipher.decrypt(justification, contextOf(grant.patientId)),
        };
      }),
    );
  }

  async find(grantId: string): Promise<BreakGlassGrant | undefined> {
    const [row] = await this.#statements.query(
      `SELECT ${COLUMNS} FROM records.break_glass_grants g WHERE g.id = $1`,
      [grantId],
    );
    return row && grantOf(row);
  }

  async review(grantId: string, review: BreakGlassReview): Promise<'done' | 'absent' | 'conflict'> {
    if ((await this.find(grantId)) === undefined) return 'absent';
    const added = await this.#statements.count(
      `INSERT INTO records.break_glass_reviews (grant_id, reviewer_id, outcome, reviewed_at)
       VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [grantId, review.reviewerId, review.outcome, review.reviewedAt],
    );
    if (added === 0) return 'conflict';
    if (review.outcome === 'notJustified') {
      await this.#statements.query(
        'UPDATE records.break_glass_grants SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL',
        [grantId, review.reviewedAt],
      );
    }
    return 'done';
  }
}

function contextOf(patient: string): FieldContext {
  return { table: 'break_glass_justifications', column: 'justification', patient };
}

function grantOf(row: Row): BreakGlassGrant {
  return {
    id: text(row, 'id'),
    userId: text(row, 'user_id'),
    patientId: text(row, 'patient_id'),
    reason: oneOf(row, 'reason', BREAK_GLASS_REASONS),
    grantedAt: instant(row, 'granted_at'),
    expiresAt: instant(row, 'expires_at'),
    reviewDueAt: instant(row, 'review_due_at'),
  };
}
