import { CloudFormationClient, ListStacksCommand } from '@aws-sdk/client-cloudformation';
import {
  ConfigServiceClient,
  DescribeConfigRulesCommand,
  DescribeConformancePacksCommand,
} from '@aws-sdk/client-config-service';
import { standardOf } from '../../conformance/standard-of';
import { CONFIG_RULES } from '../../safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../../safeguards/config-rules/added-rules';
import { OWN_CONFIG_RULES } from '../../safeguards/config-rules/own-rules';
import { allPages } from '../pages';
import type { Quota } from './quota';

/** What an environment deploys at most: nothing is taken off for what a configuration excludes. */
const RULES = [...CONFIG_RULES, ...ADDED_CONFIG_RULES];

/** How many rules the baseline's packs have. */
export const PACKED_RULES = RULES.length;
const CONFORMANCE_PACKS = new Set(RULES.map(({ primary }) => standardOf(primary).citation)).size;

/** The stacks of one region, with room to spare. */
const STACKS = 12;

/** The limits of what watches and of what deploys. */
export const MANAGEMENT_QUOTAS: readonly Quota[] = [
  {
    id: 'config-rules',
    what: 'AWS Config rules',
    // Not in Service Quotas: MaxNumberOfConfigRulesExceededException names the number.
    limit: { fixed: 1000 },
    actions: ['config:DescribeConfigRules'],
    count: async (account) =>
      (
        await allPages(async (NextToken) => {
          const page = await account
            .client(ConfigServiceClient)
            .send(new DescribeConfigRulesCommand({ NextToken }));
          return { items: page.ConfigRules, next: page.NextToken };
        })
      ).length,
    // Rules of ours stand beside the packs, whoever deploys those.
    needed: ({ config }) =>
      OWN_CONFIG_RULES.length + (config.singletons.conformancePacks === 'adopt' ? 0 : PACKED_RULES),
    type: 'AWS::Config::ConfigRule',
  },
  {
    id: 'conformance-packs',
    what: 'conformance packs',
    // Not in Service Quotas: "Service Limits" of the AWS Config Developer Guide.
    limit: { fixed: 50 },
    actions: ['config:DescribeConformancePacks'],
    count: async (account) =>
      (
        await allPages(async (NextToken) => {
          const page = await account
            .client(ConfigServiceClient)
            .send(new DescribeConformancePacksCommand({ NextToken }));
          return { items: page.ConformancePackDetails, next: page.NextToken };
        })
      ).length,
    needed: ({ config }) => (config.singletons.conformancePacks === 'adopt' ? 0 : CONFORMANCE_PACKS),
    type: 'AWS::Config::ConformancePack',
  },
  {
    id: 'stacks',
    what: 'CloudFormation stacks',
    limit: { serviceCode: 'cloudformation', quotaCode: 'L-0485CB21' },
    actions: ['cloudformation:ListStacks'],
    count: async (account) => {
      const stacks = await allPages(async (NextToken) => {
        const page = await account.client(CloudFormationClient).send(new ListStacksCommand({ NextToken }));
        return { items: page.StackSummaries, next: page.NextToken };
      });
      return stacks.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE').length;
    },
    needed: () => STACKS,
    type: 'AWS::CloudFormation::Stack',
  },
];
