import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { partitionOf } from '../../config/partition';
import { answered } from '../answered';
import type { Finding } from '../finding';
import { openRegionsOf, type Plan } from '../plan';
import { probe } from '../probe';

/** What the CDK's default synthesizer demands; a test compares it with aws-cdk-lib. */
export const MIN_BOOTSTRAP_VERSION = 6;

/** The bootstrap stack's version in a region; null where there is none. */
export interface BootstrapReading {
  readonly region: string;
  readonly version: number | null;
}

/** The CDK's bootstrap stack in every region of the environment: without it nothing can be deployed. */
export const bootstrapProbe = probe({
  id: 'cdk-bootstrap',
  title: 'CDK bootstrap',
  actions: ['ssm:GetParameter'],
  read: async (account, ask, plan): Promise<readonly BootstrapReading[]> => {
    const command = new GetParameterCommand({ Name: `/cdk-bootstrap/${plan.qualifier}/version` });
    return await ask('ssm:GetParameter', () =>
      Promise.all(
        openRegionsOf(plan).map(async (region) => {
          const found = await answered(account.client(SSMClient, region).send(command), 'ParameterNotFound');
          return {
            region,
            version: found === null ? null : Number.parseInt(found.Parameter?.Value ?? '', 10),
          };
        }),
      ),
    );
  },
  judge: (readings, plan) => readings.map((reading) => judgeBootstrap(reading, plan)),
});

function judgeBootstrap({ region, version }: BootstrapReading, { account, qualifier }: Plan): Finding {
  if (version !== null && version >= MIN_BOOTSTRAP_VERSION) {
    return { status: 'ok', text: `${region} is bootstrapped, version ${version}.` };
  }
  const option = qualifier === 'hnb659fds' ? '' : ` --qualifier ${qualifier}`;
  // Version numbers that are none count as too old.
  const state =
    version === null
      ? 'is not bootstrapped for the CDK'
      : `has a bootstrap stack that is too old for the CDK, which wants version ${MIN_BOOTSTRAP_VERSION}`;
  const hint = partitionOf(region) === 'aws-us-gov' ? ' with credentials of GovCloud' : '';
  return {
    status: 'blocks',
    text: `${region} ${state}.`,
    fix: `Run npx cdk bootstrap aws://${account}/${region}${option}${hint}.`,
  };
}
