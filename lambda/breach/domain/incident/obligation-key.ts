import type { Obligation } from '../deadlines/obligation';

/** One obligation of a case, as steps name it: `media-notice:CA` where several States are owed the same. */
export function obligationKey({ id, jurisdiction }: Pick<Obligation, 'id' | 'jurisdiction'>): string {
  return jurisdiction === null || id.startsWith('state:') ? id : `${id}:${jurisdiction}`;
}
