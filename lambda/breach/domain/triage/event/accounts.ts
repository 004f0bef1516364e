import { asText } from './json';

/** Which accounts are ours. Every other one is outside. */
export interface AccountBook {
  readonly own: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
}

/** An account as seen from ours. */
export type Relation = 'own' | 'outside' | 'aws' | 'everyone' | 'unknown';

const ACCOUNT = /^\d{12}$/;

/** The accounts of the event itself, which are ours: it could not have reached us otherwise. */
export function ownAccounts(
  trusted: readonly string[],
  organizations: readonly string[],
  ...ofEvent: readonly unknown[]
): AccountBook {
  const own = new Set(trusted);
  for (const account of ofEvent) {
    const text = asText(account);
    if (text !== undefined && ACCOUNT.test(text)) {
      own.add(text);
    }
  }
  return { own, organizations: new Set(organizations) };
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
