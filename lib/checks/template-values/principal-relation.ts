import type { Template } from '../template';
import { accountIn } from './own-accounts';

/** Whose a principal is, as far as the template tells. `aws` is a service, or an identity that AWS keeps for one. */
export type PrincipalRelation = 'everyone' | 'own' | 'outside' | 'aws' | 'unknown';

/** The name of a service, where a policy takes services and accounts in the same place. */
const SERVICE = /\.(amazonaws\.com(\.cn)?|\$\{AWS\.URLSuffix\}|alexa\.com)$/;

/** What relations are judged by. */
export interface OwnIdentity {
  readonly accounts: ReadonlySet<string>;
  readonly template: Template;
}

/**
 * Whose a principal is: an ARN, an account or a reference, in the form of `assembledText`. A reference to a resource of the template, or to
 * what another stack gives away, is ours; one to a parameter without a default is unknown.
 */
export function relationOf(text: string, { accounts, template }: OwnIdentity): PrincipalRelation {
  if (text === '*') return 'everyone';
  if (isOwnReference(text, template)) return 'own';
  const account = accountIn(text);
  if (accounts.has(account)) return 'own';
  if (/^\d{12}$/.test(account)) return 'outside';
  if (account === 'cloudfront' || SERVICE.test(text)) return 'aws';
  return /[*?]/.test(account) ? 'everyone' : 'unknown';
}

/** Whether a text is nothing but a reference to a resource of the template, or to an output of another stack. */
function isOwnReference(text: string, template: Template): boolean {
  const [, name] = /^\$\{(\w+)(?:\.[\w.]*)?\}$/.exec(text) ?? [];
  return name !== undefined && (name === 'Output' || Object.hasOwn(template.Resources, name));
}
