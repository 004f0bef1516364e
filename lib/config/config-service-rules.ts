import type { ConfigurationRule } from './configuration-rule';

/**
 * Regions in which AWS Config records no users, groups, roles and policies of IAM, and has no rules about them: those that
 * it came to after February 2022, as its page on recording names them, and newer ones.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html#select-resources-all
 */
const WITHOUT_IAM: ReadonlySet<string> = new Set([
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-west-1',
  'mx-central-1',
]);

/** What AWS Config can do in a region. */
export const CONFIG_SERVICE_RULES: readonly ConfigurationRule[] = [
  {
    field: 'singletons.configGlobalTypes',
    reads: ['region', 'singletons.configGlobalTypes'],
    demand: ({ region, singletons }) =>
      singletons.configGlobalTypes === 'manage' && WITHOUT_IAM.has(region)
        ? `must be 'adopt' in ${region}: AWS Config records IAM in older regions only`
        : undefined,
  },
];
