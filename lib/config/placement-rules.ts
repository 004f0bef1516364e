import type { ConfigurationRule } from './configuration-rule';
import { partitionOf } from './partition';

/** Where an environment stands: what names a region, a zone or an account agrees with the others. */
export const PLACEMENT_RULES: readonly ConfigurationRule[] = [
  {
    field: 'recoveryRegion',
    reads: ['region', 'recoveryRegion'],
    demand: ({ region, recoveryRegion }) =>
      region === recoveryRegion ? 'must differ from region' : undefined,
  },
  {
    field: 'recoveryRegion',
    reads: ['region', 'recoveryRegion'],
    demand: ({ region, recoveryRegion }) =>
      recoveryRegion !== undefined && partitionOf(recoveryRegion) !== partitionOf(region)
        ? `must be in the partition of region (${partitionOf(region)})`
        : undefined,
  },
  {
    field: 'keys.administratorArns',
    reads: ['region', 'keys.administratorArns'],
    demand: ({ region, keys }) =>
      keys.administratorArns.some((arn) => arn.split(':')[1] !== partitionOf(region))
        ? `must be in the partition of region (${partitionOf(region)})`
        : undefined,
  },
  {
    field: 'keys.administratorArns',
    reads: ['account', 'keys.administratorArns'],
    demand: ({ account, keys }) =>
      account !== undefined && keys.administratorArns.some((arn) => arn.split(':')[4] !== account)
        ? `must be of account ${account}: a key obeys nobody outside its own`
        : undefined,
  },
  {
    field: 'network.zones',
    reads: ['network.zones', 'network.availabilityZones'],
    demand: ({ network: { zones, availabilityZones } }) =>
      zones !== undefined && zones.length !== availabilityZones
        ? `must be ${availabilityZones} zones, as many as network.availabilityZones`
        : undefined,
  },
  {
    field: 'network.zones',
    reads: ['network.zones', 'region'],
    demand: ({ network: { zones = [] }, region }) =>
      zones.some((zone) => zone.slice(0, -1) !== region) ? `must be zones of region (${region})` : undefined,
  },
  {
    field: 'network.natGateways',
    reads: ['network.natGateways', 'network.availabilityZones'],
    demand: ({ network }) =>
      network.natGateways > network.availabilityZones
        ? `must be at most ${network.availabilityZones}, one for each of network.availabilityZones`
        : undefined,
  },
];
