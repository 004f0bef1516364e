import { z } from 'zod';
import { CONFIG_RULES } from '../safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../safeguards/config-rules/added-rules';

const NAMES: ReadonlySet<string> = new Set([...CONFIG_RULES, ...ADDED_CONFIG_RULES].map(({ name }) => name));

/** What AWS Config does not judge, and why. */
export const conformanceSchema = z
  .strictObject({
    /**
     * Rules of AWS Config that make no sense in the account, each with its reason: the report shows both, and nothing
     * watches for what the rule would find. Such are rules that a region does not have, or about what the account cannot have.
     *
     * @see 45 CFR 164.308(a)(8)
     * @default []
     */
    excludedRules: z
      .array(
        z
          .strictObject({
            /** The rule's name, as the catalogue has it. */
            rule: z.string().refine((name) => NAMES.has(name), {
              error: "must be the name of a rule of the catalogue, like 'root-account-hardware-mfa-enabled'",
            }),
            /** One sentence for a reviewer, 20 to 200 characters in one line. */
            reason: z.string().regex(/^[^\p{Cc}\p{Zl}\p{Zp}]{20,200}$/u, {
              error: 'must be one sentence of 20 to 200 characters in one line',
            }),
          })
          .readonly(),
      )
      .refine((rules) => new Set(rules.map(({ rule }) => rule)).size === rules.length, {
        error: 'must name each rule once',
      })
      .default([])
      .readonly(),
  })
  .readonly();
