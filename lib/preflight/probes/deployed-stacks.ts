import {
  CloudFormationClient,
  ListStackResourcesCommand,
  ListStacksCommand,
  type StackSummary,
} from '@aws-sdk/client-cloudformation';
import { plural } from '../../report/plural';
import type { AwsAccount } from '../aws-account';
import type { Finding } from '../finding';
import { OwnedResources } from '../owned-resources';
import { allPages } from '../pages';
import type { Plan } from '../plan';
import { ask } from '../probe';

/** The environment's stacks, and what they hold. */
export interface StacksReading {
  readonly stacks: readonly { readonly name: string; readonly status: string }[];
  readonly owned: OwnedResources;
}

/** What the account holds of this environment already: it comes first, because the other probes are judged with it. */
export const DEPLOYED_STACKS = {
  id: 'deployed-stacks',
  title: 'Stacks of this environment',
  actions: ['cloudformation:ListStacks', 'cloudformation:ListStackResources'],
} as const;

/** Reads the stacks in the environment's region. @throws CallError when AWS does not answer */
export async function readStacks(account: AwsAccount, environment: string): Promise<StacksReading> {
  const client = account.client(CloudFormationClient);
  const summaries = await ask('cloudformation:ListStacks', () =>
    allPages<StackSummary>(async (NextToken) => {
      const page = await client.send(new ListStacksCommand({ NextToken }));
      return { items: page.StackSummaries, next: page.NextToken };
    }),
  );
  const stacks = summaries
    .map(({ StackName = '', StackStatus = '' }) => ({ name: StackName, status: StackStatus }))
    .filter(({ name, status }) => isStackOf(name, environment) && status !== 'DELETE_COMPLETE');
  const resources = await ask('cloudformation:ListStackResources', () =>
    Promise.all(
      stacks.map(({ name }) =>
        allPages(async (NextToken) => {
          const page = await client.send(new ListStackResourcesCommand({ StackName: name, NextToken }));
          return { items: page.StackResourceSummaries, next: page.NextToken };
        }),
      ),
    ),
  );
  const owned = resources
    .flat()
    .filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE')
    .map(({ ResourceType = '', PhysicalResourceId = '' }) => ({
      type: ResourceType,
      physicalId: PhysicalResourceId,
    }));
  return { stacks, owned: new OwnedResources(owned) };
}

/** Stack names are the environment's, a hyphen and a noun in PascalCase, so that `prod` is not taken for `prod-eu`. */
function isStackOf(name: string, environment: string): boolean {
  return name.startsWith(`${environment}-`) && /^[A-Z][A-Za-z0-9]*$/.test(name.slice(environment.length + 1));
}

/** States from which CloudFormation takes no update. */
const STUCK = /(ROLLBACK_FAILED|DELETE_FAILED)$/;

/** Whether a deployment can begin. */
export function judgeStacks(
  { stacks }: Pick<StacksReading, 'stacks'>,
  { config }: Pick<Plan, 'config'>,
): readonly Finding[] {
  const stuck = stacks.filter(({ status }) => STUCK.test(status));
  const busy = stacks.filter(
    ({ status }) => status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS',
  );
  const findings: readonly Finding[] = [
    ...stuck.map(
      ({ name, status }): Finding => ({
        status: 'blocks',
        text: `The stack ${name} is in ${status} and takes no update.`,
        fix: 'Continue its rollback, or delete it, in CloudFormation.',
      }),
    ),
    ...busy.map(
      ({ name, status }): Finding => ({
        status: 'attention',
        text: `The stack ${name} is in ${status}: somebody deploys just now.`,
      }),
    ),
  ];
  return findings.length > 0
    ? findings
    : [
        {
          status: 'ok',
          text: `The account has ${plural(stacks.length, 'stack')} of '${config.name}' in ${config.region}.`,
        },
      ];
}
