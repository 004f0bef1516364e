import { DescribeRegionsCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { Finding } from '../finding';
import { regionsOf } from '../plan';
import { probe } from '../probe';

/** How an account stands to a region: `not-opted-in` is what has to be changed. */
export interface RegionReading {
  readonly name?: string | undefined;
  readonly optIn?: string | undefined;
}

/** Whether the account may use the regions of the environment: newer ones have to be enabled first. */
export const regionsProbe = probe({
  id: 'regions',
  title: 'Regions',
  actions: ['ec2:DescribeRegions'],
  read: async (account, ask): Promise<readonly RegionReading[]> => {
    // Asked at home: a region that is not enabled answers nothing, not even this.
    const { Regions = [] } = await ask('ec2:DescribeRegions', () =>
      account.client(EC2Client, account.home).send(new DescribeRegionsCommand({ AllRegions: true })),
    );
    return Regions.map(({ RegionName, OptInStatus }) => ({ name: RegionName, optIn: OptInStatus }));
  },
  judge: (regions, plan) => regionsOf(plan).map((region) => judgeRegion(region, regions)),
});

function judgeRegion(region: string, regions: readonly RegionReading[]): Finding {
  const found = regions.find(({ name }) => name === region);
  if (found === undefined) {
    return {
      status: 'blocks',
      closesRegion: region,
      text: `The account's partition has no region ${region}.`,
      fix: 'Choose another region.',
    };
  }
  return found.optIn === 'not-opted-in'
    ? {
        status: 'blocks',
        closesRegion: region,
        text: `The region ${region} is not enabled in this account.`,
        fix: `Enable ${region} under Account, AWS Regions; it takes minutes to hours.`,
      }
    : { status: 'ok', text: `The account can use ${region}.` };
}
