import type { EnvironmentConfig } from '../config/schema';
import type { Finding } from './finding';
import type { Plan } from './plan';

/** A setting that an account has at all times: managing it strengthens it, adopting it wants it strong already. */
export interface AccountSetting {
  readonly field: keyof EnvironmentConfig['singletons'];
  /** Like `the password policy`. */
  readonly what: string;
}

/**
 * Whether a setting that is adopted is strong enough: a deployment fails on one that is not, and strengthens one that it
 * manages.
 *
 * @param shortfalls what is missing, in words; empty where nothing is known to be
 */
export function judgeAccountSetting(
  { field, what }: AccountSetting,
  shortfalls: readonly string[],
  { config }: Plan,
): readonly Finding[] {
  const setting = { path: ['singletons', field] };
  const weak = shortfalls.length > 0;
  const state = weak
    ? `${capital(what)} is not strong enough: ${shortfalls.join(', ')}.`
    : `${capital(what)} is set.`;
  if (config.singletons[field] === 'manage') {
    return [
      {
        status: 'ok',
        text: weak ? `${state} The deployment sets it.` : `${state} The deployment makes it no weaker.`,
        setting: { ...setting, value: 'manage' },
      },
    ];
  }
  return weak
    ? [
        {
          status: 'blocks',
          text: `${state} The configuration adopts it, and a deployment fails on one that is too weak.`,
          fix: `Set singletons.${field} to 'manage', or have it set first.`,
          setting: { ...setting, value: 'manage' },
        },
      ]
    : [
        {
          status: 'ok',
          text: `${state} The configuration adopts it.`,
          setting: { ...setting, value: 'adopt' },
        },
      ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
