import type { RuleSubject } from '../baseline-rule';
import { plainObject } from '../template-values/intrinsic';
import { resourcesBehind } from '../template-values/references';
import { listOf } from '../template-values/scalars';
import { variantsOf } from '../template-values/variants';

/** Oracle has no parameter that refuses clear text; the option NATIVE_NETWORK_ENCRYPTION does, when the server requires it. */
export function requiresNativeEncryption(group: unknown, { template, templates }: RuleSubject): boolean {
  const variants = resourcesBehind(group, template, templates).flatMap((located) =>
    variantsOf(located.resource, located.template),
  );
  return (
    variants.length > 0 &&
    variants.every(({ OptionConfigurations: options }) =>
      listOf(options)
        .map(plainObject)
        .some(
          (option) =>
            option?.OptionName === 'NATIVE_NETWORK_ENCRYPTION' &&
            listOf(option.OptionSettings)
              .map(plainObject)
              .some(
                (setting) =>
                  setting?.Name === 'SQLNET.ENCRYPTION_SERVER' &&
                  String(setting.Value).toUpperCase() === 'REQUIRED',
              ),
        ),
    )
  );
}
