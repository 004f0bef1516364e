import {
  GetAccountPasswordPolicyCommand,
  type IAMClient,
  NoSuchEntityException,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import * as z from 'zod';
import type { AccountStateRow } from '../account-state';
import { count, yesOrNo } from '../text-values';

/** What IAM asks of the passwords of its users; an age of 0 days is none. */
export interface PasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  readonly MaxPasswordAge: number;
  readonly PasswordReusePrevention: number;
  /** Whether a user whose password has expired needs an administrator. */
  readonly HardExpiry: boolean;
}

/** An account without a policy of its own. */
const NONE: PasswordPolicy = {
  MinimumPasswordLength: 0,
  RequireSymbols: false,
  RequireNumbers: false,
  RequireUppercaseCharacters: false,
  RequireLowercaseCharacters: false,
  AllowUsersToChangePassword: false,
  MaxPasswordAge: 0,
  PasswordReusePrevention: 0,
  HardExpiry: false,
};

const schema = z.strictObject({
  MinimumPasswordLength: count,
  RequireSymbols: yesOrNo,
  RequireNumbers: yesOrNo,
  RequireUppercaseCharacters: yesOrNo,
  RequireLowercaseCharacters: yesOrNo,
  AllowUsersToChangePassword: yesOrNo,
  MaxPasswordAge: count,
  PasswordReusePrevention: count,
  HardExpiry: yesOrNo,
});

/**
 * The account's password policy: of what is found and what is wanted, the stronger of each. Nothing is put back: the
 * policy before was weaker, or it would have stayed.
 *
 * @see 45 CFR 164.308(a)(5)(ii)(D), 164.312(d)
 */
export function passwordPolicy(iam: IAMClient): AccountStateRow<PasswordPolicy> {
  return {
    name: 'password-policy',
    schema,
    read: () => read(iam),
    strengthen,
    shortfalls,
    write: async ({ MaxPasswordAge, PasswordReusePrevention, ...policy }) => {
      await iam.send(
        new UpdateAccountPasswordPolicyCommand({
          ...policy,
          // IAM takes no 0 for either: left out, there is none.
          ...(MaxPasswordAge > 0 && { MaxPasswordAge }),
          ...(PasswordReusePrevention > 0 && { PasswordReusePrevention }),
        }),
      );
    },
  };
}

async function read(iam: IAMClient): Promise<PasswordPolicy> {
  try {
    const { PasswordPolicy: policy } = await iam.send(new GetAccountPasswordPolicyCommand({}));
    return {
      MinimumPasswordLength: policy?.MinimumPasswordLength ?? 0,
      RequireSymbols: policy?.RequireSymbols ?? false,
      RequireNumbers: policy?.RequireNumbers ?? false,
      RequireUppercaseCharacters: policy?.RequireUppercaseCharacters ?? false,
      RequireLowercaseCharacters: policy?.RequireLowercaseCharacters ?? false,
      AllowUsersToChangePassword: policy?.AllowUsersToChangePassword ?? false,
      MaxPasswordAge: policy?.MaxPasswordAge ?? 0,
      PasswordReusePrevention: policy?.PasswordReusePrevention ?? 0,
      HardExpiry: policy?.HardExpiry ?? false,
    };
  } catch (error) {
    if (error instanceof NoSuchEntityException) return NONE;
    throw error;
  }
}

/** The stronger of both in every field. */
export function strengthen(found: PasswordPolicy, wanted: PasswordPolicy): PasswordPolicy {
  return {
    MinimumPasswordLength: Math.max(found.MinimumPasswordLength, wanted.MinimumPasswordLength),
    RequireSymbols: found.RequireSymbols || wanted.RequireSymbols,
    RequireNumbers: found.RequireNumbers || wanted.RequireNumbers,
    RequireUppercaseCharacters: found.RequireUppercaseCharacters || wanted.RequireUppercaseCharacters,
    RequireLowercaseCharacters: found.RequireLowercaseCharacters || wanted.RequireLowercaseCharacters,
    AllowUsersToChangePassword: found.AllowUsersToChangePassword || wanted.AllowUsersToChangePassword,
    MaxPasswordAge: soonest(found.MaxPasswordAge, wanted.MaxPasswordAge),
    PasswordReusePrevention: Math.max(found.PasswordReusePrevention, wanted.PasswordReusePrevention),
    // Whoever chose to lock expired users out keeps it; we never do, because it can lock out the last one.
    HardExpiry: found.HardExpiry || wanted.HardExpiry,
  };
}

/** Being allowed to change a password and being locked out by age make no policy weaker or stronger. */
export function shortfalls(found: PasswordPolicy, wanted: PasswordPolicy): string[] {
  const stronger = strengthen(found, wanted);
  const fields = [
    'MinimumPasswordLength',
    'RequireSymbols',
    'RequireNumbers',
    'RequireUppercaseCharacters',
    'RequireLowercaseCharacters',
    'MaxPasswordAge',
    'PasswordReusePrevention',
  ] as const;
  return fields.filter((field) => found[field] !== stronger[field]);
}

function soonest(one: number, other: number): number {
  return one === 0 || other === 0 ? Math.max(one, other) : Math.min(one, other);
}
