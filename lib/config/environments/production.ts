import type { EnvironmentInput } from '../schema';

/**
 * A complete example of production: valid for a check, not deployable before the account, the alert address and the key
 * administrators, all of them reserved for documentation, are your own.
 */
export const production: EnvironmentInput = {
  name: 'production',
  profile: 'production',
  account: '111122223333',
  region: 'us-east-1',
  recoveryRegion: 'us-west-2',
  alertEmail: 'security@hospital.example',
  lockMode: 'COMPLIANCE',
  removal: 'retain',
  retention: { auditDays: 2192, databaseLogDays: 2192, flowLogDays: 2192, backupDays: 35 },
  network: { cidr: '10.20.0.0/16', availabilityZones: 3, endpointZones: 'all' },
  database: { instanceClass: 'm7g.large', allocatedStorageGiB: 100, maxAllocatedStorageGiB: 1000 },
  records: { domainName: 'records.hospital.example', hostedZoneId: 'Z0123456789HOSPITAL' },
  keys: { administratorArns: ['arn:aws:iam::111122223333:role/KeyAdministrator'] },
};
