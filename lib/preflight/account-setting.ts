import type { Finding } from './finding';
import type { Plan } from './plan';
import { isField } from './singleton';

/** A setting that an account has or has not: one can always be set, and setting it replaces what stood there. */
export interface AccountSetting {
  /** Its field under `singletons`, where the configuration has one. */
  readonly field: string;
  /** Like `a password policy of its own`. */
  readonly what: string;
}

/** Says what is set already: it never stops a deployment, and `adopt` keeps it as it is. */
export function judgeAccountSetting(
  { field, what }: AccountSetting,
  exists: boolean,
  { config }: Plan,
): readonly Finding[] {
  if (!exists) return [{ status: 'ok', text: `The account has not got ${what}.` }];
  const manages = isField(field) && Reflect.get(config.singletons, field) !== 'adopt';
  return [
    {
      status: 'ok',
      text: manages
        ? `The account has ${what}; the deployment replaces it unless singletons.${field} is 'adopt'.`
        : `The account has ${what}, and the deployment leaves it.`,
    },
  ];
}
