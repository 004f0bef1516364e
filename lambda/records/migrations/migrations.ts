import { ACCOUNTS } from './0001-accounts';
import { RECORDS } from './0002-records';
import { ROW_SECURITY } from './0003-row-security';
import type { Migration } from './migration';

/** Every step of the schema, in the order in which they are applied. */
export const MIGRATIONS: readonly Migration[] = [ACCOUNTS, RECORDS, ROW_SECURITY];
