import { groupBy } from '../../report/group-by';
import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { valuesAt } from '../template-values/values-at';
import { judgeVariants } from '../template-values/variants';
import { CLOSED_SETTINGS } from './public-sharing/closed-settings';
import { judgeImageDistribution } from './public-sharing/shared-images';

/** What no single property with closed values can say. */
const OTHERS: ReadonlyMap<string, (properties: JsonObject) => readonly string[]> = new Map([
  ['AWS::ImageBuilder::DistributionConfiguration', judgeImageDistribution],
  ['AWS::ECR::PublicRepository', () => ['A public repository shows its images to everybody.']],
  ['AWS::S3::Bucket', judgeWebsite],
  ['AWS::Lambda::LayerVersionPermission', judgeLayer],
  ['AWS::OpenSearchServerless::SecurityPolicy', judgeCollectionPolicy],
]);

const SETTINGS = groupBy(CLOSED_SETTINGS, ({ type }) => type);

/**
 * Nothing is open to the public, and no image is shared, as far as a template can say. cdk-nag looks at databases, Redshift and DMS
 * (`RDSInstancePublicAccess`, `RedshiftClusterPublicAccess`, `DMSReplicationNotPublic`), addresses of instances and subnets,
 * permissions of functions, public-access blocks of buckets, OpenSearch outside a VPC (`OpenSearchInVPCOnly`), endpoints of EKS (`EKS1`) and guests of
 * identity pools (`COG7`); this rule does not repeat them. Snapshots are shared by calls, not by templates: the account's own
 * block is judged where a template sets it.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(e)(1)
 */
export const publicSharing: BaselineRule = {
  id: 'Baseline-PublicSharing',
  severity: 'error',
  info: 'Nothing is reachable by the public, and no image or snapshot is shared.',
  explanation: 'What is public is found by scanners within minutes, and copied before anybody notices.',
  fix: 'Set the property that the message names to its closed value, or remove what shares; reach the resource from inside the VPC.',
  citations: ['164.312(a)(1)', '164.312(e)(1)'],
  basis: 'practice',
  evaluate: ({ resource, template }) => {
    const settings = SETTINGS.get(resource.Type) ?? [];
    const judge = OTHERS.get(resource.Type);
    if (settings.length === 0 && judge === undefined) return [];
    return judgeVariants(resource, template, (properties) => [
      ...(judge?.(properties) ?? []),
      ...settings.flatMap(({ path, closed, closedByDefault }) =>
        valuesAt(properties, path)
          .filter((value) => (value === undefined ? !closedByDefault : !closed.includes(value)))
          .map((value) => `${path.join('.')} must be ${closed[0]}, ${got(value)}`),
      ),
    ]);
  },
};

/** A website that only redirects shows nothing. */
function judgeWebsite({ WebsiteConfiguration: website }: JsonObject): readonly string[] {
  if (website === undefined || plainObject(website)?.RedirectAllRequestsTo !== undefined) return [];
  return ['WebsiteConfiguration must be left out: a website answers everybody, without encryption.'];
}

function judgeLayer({ Principal: principal, OrganizationId: organization }: JsonObject): readonly string[] {
  return principal === '*' && organization === undefined
    ? ['Principal must not be * without an OrganizationId: everybody may read the layer.']
    : [];
}

function judgeCollectionPolicy({ Type: type, Policy: policy }: JsonObject): readonly string[] {
  const isPublic = /AllowFromPublic\\?"\s*:\s*\\?"?true/.test(JSON.stringify(policy) ?? '');
  return type === 'network' && isPublic
    ? ['Policy must not have AllowFromPublic: true; let a VPC endpoint reach the collection.']
    : [];
}
