/** Why a database is left as it is. */
export type MigrationRefusal = 'auditImpossible' | 'historyDiffers' | 'roleUnbound' | 'stepChanged';

/** A database that must not be migrated by this version; its words hold names of steps and no values. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
  readonly code: MigrationRefusal;

  constructor(code: MigrationRefusal, message: string) {
    super(message);
    this.code = code;
  }
}
