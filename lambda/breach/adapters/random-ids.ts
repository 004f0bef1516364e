import { randomUUID } from 'node:crypto';
import type { Ids } from '../ports/ids';

/** UUIDs of version 4. */
export const randomIds: Ids = { next: () => randomUUID() };
