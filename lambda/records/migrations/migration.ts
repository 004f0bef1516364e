/** One step of the schema. Once it has been applied anywhere, its text never changes: a change is a new step. */
export interface Migration {
  /** `0001-tables`: the order, and what it does. */
  readonly name: string;
  /** SQL of one transaction, run as the owner of the schema. */
  readonly sql: string;
}
