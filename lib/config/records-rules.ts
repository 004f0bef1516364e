import type { ConfigurationRule } from './configuration-rule';
import { NEEDED_ENDPOINTS } from './needed-endpoints';
import { partitionOf } from './partition';

/** What must fit together for people to reach the access service, and for it to reach what it calls. */
export const RECORDS_RULES: readonly ConfigurationRule[] = [
  {
    field: 'name',
    reads: ['name'],
    demand: ({ name }) =>
      `${name}-`.startsWith('internal-')
        ? "must not begin with 'internal': a load balancer is called by it, and AWS keeps that word"
        : undefined,
  },
  {
    field: 'records.domainName',
    reads: ['profile', 'records.domainName'],
    demand: ({ profile, records }) =>
      profile === 'production' && records.domainName === undefined
        ? 'must be set in production: nobody can tell a self-made certificate from an attack'
        : undefined,
  },
  {
    // Production has a rule of its own, so that one mistake is one message.
    field: 'records.domainName',
    reads: ['profile', 'records.domainName', 'records.certificateArn', 'records.hostedZoneId'],
    demand: ({ profile, records }) =>
      profile !== 'production' &&
      records.domainName === undefined &&
      (records.certificateArn ?? records.hostedZoneId) !== undefined
        ? 'must be set where records.certificateArn or records.hostedZoneId is'
        : undefined,
  },
  {
    field: 'records.certificateArn',
    reads: ['records.domainName', 'records.certificateArn', 'records.hostedZoneId'],
    demand: ({ records }) =>
      records.domainName !== undefined && (records.certificateArn ?? records.hostedZoneId) === undefined
        ? 'must be set where records.domainName is, unless records.hostedZoneId is: somebody must prove the name'
        : undefined,
  },
  {
    field: 'records.certificateArn',
    reads: ['region', 'records.certificateArn'],
    demand: ({ region, records: { certificateArn } }) =>
      certificateArn !== undefined &&
      (certificateArn.split(':')[3] !== region || certificateArn.split(':')[1] !== partitionOf(region))
        ? `must be of region (${region}): a load balancer takes no other`
        : undefined,
  },
  {
    field: 'records.certificateArn',
    reads: ['account', 'records.certificateArn'],
    demand: ({ account, records: { certificateArn } }) =>
      certificateArn !== undefined && account !== undefined && certificateArn.split(':')[4] !== account
        ? `must be of account ${account}`
        : undefined,
  },
  {
    field: 'records.exposure',
    reads: ['profile', 'records.exposure', 'records.domainName'],
    demand: ({ profile, records }) =>
      profile !== 'production' && records.exposure === 'internet' && records.domainName === undefined
        ? "must be 'internal' without records.domainName: the public trusts no self-made certificate"
        : undefined,
  },
  {
    field: 'records.hsts',
    reads: ['profile', 'records.hsts', 'records.domainName'],
    demand: ({ profile, records }) =>
      profile !== 'production' && records.hsts === 'preload' && records.domainName === undefined
        ? "must be 'subdomains' without records.domainName: a name of AWS is not ours to preload"
        : undefined,
  },
  {
    field: 'network.interfaceEndpoints',
    reads: ['network.interfaceEndpoints'],
    demand: ({ network }) => {
      const missing = NEEDED_ENDPOINTS.filter(({ name }) => !network.interfaceEndpoints.includes(name));
      return missing.length === 0
        ? undefined
        : `must hold ${missing.map(({ name, for: purpose }) => `'${name}' (${purpose})`).join(', ')}`;
    },
  },
];
