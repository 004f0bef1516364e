/** More pages than this is an account that no preflight is made for, or a service that repeats itself. */
const MAX_PAGES = 200;

/** One page of a list, and where the next one begins. */
export interface Page<T> {
  readonly items: readonly T[] | undefined;
  readonly next: string | undefined;
}

/** Every entry of a list that AWS gives in pages. @throws RangeError when the list does not end */
export async function allPages<T>(
  read: (token: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const entries: T[] = [];
  let token: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { items, next } = await read(token);
    entries.push(...(items ?? []));
    if (next === undefined || next === '') return entries;
    token = next;
  }
  throw new RangeError(`a list must end within ${MAX_PAGES} pages`);
}
