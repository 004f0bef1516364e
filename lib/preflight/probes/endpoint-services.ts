import {
  DescribeAvailabilityZonesCommand,
  DescribeVpcEndpointServicesCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { judgeZones, type ZonesReading } from '../endpoint-zones';
import { neededEndpoints } from '../needed-endpoints';
import { allPages } from '../pages';
import { probe } from '../probe';

/** The zones of the region, and which services have an interface endpoint in each of them. */
export const endpointServicesProbe = probe({
  id: 'endpoint-services',
  title: 'Zones and interface endpoints',
  actions: ['ec2:DescribeAvailabilityZones', 'ec2:DescribeVpcEndpointServices'],
  read: async (account, ask, plan): Promise<ZonesReading> => {
    const client = account.client(EC2Client);
    const { AvailabilityZones = [] } = await ask('ec2:DescribeAvailabilityZones', () =>
      client.send(new DescribeAvailabilityZonesCommand({})),
    );
    const prefix = `com.amazonaws.${plan.config.region}.`;
    // A filter passes over names that do not exist; a list of names would be refused as a whole.
    const Filters = [{ Name: 'service-name', Values: neededEndpoints(plan).map((name) => prefix + name) }];
    const services = await ask('ec2:DescribeVpcEndpointServices', () =>
      allPages(async (NextToken) => {
        const page = await client.send(new DescribeVpcEndpointServicesCommand({ Filters, NextToken }));
        return { items: page.ServiceDetails, next: page.NextToken };
      }),
    );
    return {
      zones: AvailabilityZones.filter(
        ({ State, ZoneType = 'availability-zone' }) =>
          State === 'available' && ZoneType === 'availability-zone',
      ).flatMap(({ ZoneName }) => ZoneName ?? []),
      services: services
        .filter(({ ServiceType = [] }) => ServiceType.some((type) => type.ServiceType === 'Interface'))
        .map(({ ServiceName = '', AvailabilityZones: zones = [] }) => ({
          name: ServiceName.slice(prefix.length),
          zones,
        })),
    };
  },
  judge: judgeZones,
});
