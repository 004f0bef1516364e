import {
  DescribeAddressesCommand,
  DescribeInternetGatewaysCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { neededEndpoints } from '../needed-endpoints';
import { allPages } from '../pages';
import type { Quota } from './quota';

/** The limits of a region's network, most of them small in a new account. */
export const NETWORK_QUOTAS: readonly Quota[] = [
  {
    id: 'vpcs',
    what: 'VPCs',
    limit: { serviceCode: 'vpc', quotaCode: 'L-F678F1CE' },
    actions: ['ec2:DescribeVpcs'],
    count: async (account) =>
      (
        await allPages(async (NextToken) => {
          const page = await account.client(EC2Client).send(new DescribeVpcsCommand({ NextToken }));
          return { items: page.Vpcs, next: page.NextToken };
        })
      ).length,
    needed: () => 1,
    type: 'AWS::EC2::VPC',
  },
  {
    id: 'gateway-endpoints',
    what: 'gateway endpoints',
    limit: { serviceCode: 'vpc', quotaCode: 'L-1B52E74A' },
    actions: ['ec2:DescribeVpcEndpoints'],
    count: async (account) =>
      (
        await allPages(async (NextToken) => {
          const Filters = [{ Name: 'vpc-endpoint-type', Values: ['Gateway'] }];
          const page = await account
            .client(EC2Client)
            .send(new DescribeVpcEndpointsCommand({ Filters, NextToken }));
          return { items: page.VpcEndpoints, next: page.NextToken };
        })
      ).length,
    // S3 and DynamoDB. The type counts interface endpoints too, of which a deployed environment has some.
    needed: () => 2,
    type: 'AWS::EC2::VPCEndpoint',
  },
  {
    id: 'interface-endpoints',
    what: 'interface endpoints of one VPC',
    limit: { serviceCode: 'vpc', quotaCode: 'L-29B6F2EB' },
    actions: [],
    // The VPC is a new one.
    count: async () => 0,
    needed: (plan) => neededEndpoints(plan).length,
    type: 'AWS::EC2::VPCEndpoint',
  },
  {
    id: 'elastic-ips',
    what: 'Elastic IP addresses',
    limit: { serviceCode: 'ec2', quotaCode: 'L-0263D0A3' },
    actions: ['ec2:DescribeAddresses'],
    count: async (account) =>
      (await account.client(EC2Client).send(new DescribeAddressesCommand({}))).Addresses?.length ?? 0,
    needed: ({ config }) => config.network.natGateways,
    type: 'AWS::EC2::EIP',
  },
  {
    id: 'internet-gateways',
    what: 'Internet gateways',
    limit: { serviceCode: 'vpc', quotaCode: 'L-A4707A72' },
    actions: ['ec2:DescribeInternetGateways'],
    count: async (account) =>
      (
        await allPages(async (NextToken) => {
          const page = await account
            .client(EC2Client)
            .send(new DescribeInternetGatewaysCommand({ NextToken }));
          return { items: page.InternetGateways, next: page.NextToken };
        })
      ).length,
    needed: ({ config }) => (config.network.natGateways > 0 ? 1 : 0),
    type: 'AWS::EC2::InternetGateway',
  },
];
