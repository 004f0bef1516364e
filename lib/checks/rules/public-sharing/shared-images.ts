import type { JsonObject } from '../../template';
import { got } from '../../template-values/got';
import { intrinsicOf } from '../../template-values/intrinsic';
import { listOf } from '../../template-values/scalars';
import { valuesAt } from '../../template-values/values-at';

const PERMISSIONS = ['Distributions', '*', 'AmiDistributionConfiguration', 'LaunchPermissionConfiguration'];
const GROUPS = ['UserGroups', 'UserIds', 'OrganizationArns', 'OrganizationalUnitArns'];

/** Images that an image pipeline makes are not shared: an image may hold whatever was on the disk. */
export function judgeImageDistribution(properties: JsonObject): readonly string[] {
  return GROUPS.flatMap((group) => {
    const shared = valuesAt(properties, [...PERMISSIONS, group])
      .flatMap(listOf)
      .filter(isOutside);
    return shared.map((who) => `LaunchPermissionConfiguration.${group} must share with nobody, ${got(who)}`);
  });
}

function isOutside(who: unknown): boolean {
  const [name, argument] = intrinsicOf(who) ?? [];
  return !(name === 'Ref' && argument === 'AWS::AccountId');
}
