import type { Estate } from '../options';

/** Which accounts are ours. Every other one is outside. */
export interface AccountBook {
  readonly own: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
}

/** An account as seen from ours. */
export type Relation = 'own' | 'outside' | 'aws' | 'everyone' | 'unknown';

const ACCOUNT = /^\d{12}$/;

/** The most books that are kept for one estate: a hostile stream of accounts must not fill the memory. */
const MAX_BOOKS = 1000;

const books = new WeakMap<Estate, Map<string, AccountBook>>();

/** Ours are the accounts that the estate lists and those of the event itself: it could not have reached us otherwise. */
export function ownAccounts(estate: Estate, ...ofEvent: readonly unknown[]): AccountBook {
  const accounts = ofEvent.filter(
    (account): account is string => typeof account === 'string' && ACCOUNT.test(account),
  );
  const key = accounts.join();
  let known = books.get(estate);
  if (known === undefined) {
    known = new Map();
    books.set(estate, known);
  }
  let book = known.get(key);
  if (book === undefined) {
    book = {
      own: new Set([...estate.trustedAccounts, ...accounts]),
      organizations: new Set(estate.trustedOrganizations),
    };
    if (known.size < MAX_BOOKS) {
      known.set(key, book);
    }
  }
  return book;
}

/** The account field of an ARN; undefined where the text is no ARN. */
export function accountField(arn: string): string | undefined {
  return arn.startsWith('arn:') ? arn.split(':', 6)[4] : undefined;
}

/** How an account, an ARN or an account-like text stands to us. */
export function relationOf(text: string, book: AccountBook): Relation {
  const value = text.trim();
  if (value === '*' || value.toLowerCase() === 'all') {
    return 'everyone';
  }
  const account = ACCOUNT.test(value) ? value : accountField(value);
  if (account === undefined || account === '') {
    return 'unknown';
  }
  if (account === '*') {
    return 'everyone';
  }
  if (!ACCOUNT.test(account)) {
    return /^(aws|amazon|cloudfront)$/.test(account) ? 'aws' : 'unknown';
  }
  return book.own.has(account) ? 'own' : 'outside';
}
