import { deployability } from '../../lib/config/deployability';
import { ENVIRONMENTS } from '../../lib/config/environments';
import { loadEnvironments } from '../../lib/config/load';
import type { EnvironmentConfig } from '../../lib/config/schema';
import { configOf, minimalProduction } from './minimal-environment';

function shipped(name: string, context: object = {}): EnvironmentConfig {
  const [config] = loadEnvironments({ context: { ...context, environment: name } });
  if (config === undefined) {
    throw new Error(`there is no environment ${name}`);
  }
  return config;
}

/** The fields in which two configurations differ. */
function differences(one: object, other: object, path = ''): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => {
    const [left, right]: unknown[] = [Reflect.get(one, key), Reflect.get(other, key)];
    if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) {
      return differences(left, right, `${path}${key}.`);
    }
    return left === right ? [] : [`${path}${key}`];
  });
}

describe('what ships', () => {
  it('is valid as it is, without an account or a region', () => {
    expect(loadEnvironments({ context: {} }).map(({ name }) => name)).toEqual(['sandbox', 'production']);
    expect(ENVIRONMENTS).toHaveLength(2);
  });

  it('cannot be deployed as it is', () => {
    expect(loadEnvironments({ context: {} }).map((config) => deployability(config).deployable)).toEqual([
      false,
      false,
    ]);
  });
});

describe('sandbox', () => {
  it('is deployable once an address is given', () => {
    expect(deployability(shipped('sandbox', { alertEmail: 'a@clinic.org' }))).toEqual({ deployable: true });
  });

  it('has one region, and relaxes locks, removal, endpoint zones, instance class and the name and nothing else', () => {
    const strict = { ...minimalProduction(), name: 'sandbox', profile: 'sandbox' } as const;
    const { recoveryRegion: _region, alertEmail: _email, ...alone } = configOf(strict);
    expect(differences(shipped('sandbox'), alone)).toEqual([
      'lockMode',
      'network.endpointZones',
      'database.instanceClass',
      'records.domainName',
      'records.hostedZoneId',
      'removal',
    ]);
  });
});

describe('production', () => {
  it('spans two regions and three zones under locks that nobody lifts', () => {
    expect(shipped('production')).toMatchObject({
      profile: 'production',
      region: 'us-east-1',
      recoveryRegion: 'us-west-2',
      lockMode: 'COMPLIANCE',
      removal: 'retain',
      network: { availabilityZones: 3, endpointZones: 'all' },
    });
  });

  it('names each field that is an example', () => {
    expect(deployability(shipped('production'))).toEqual({
      deployable: false,
      reason:
        "To deploy 'production', set account, alertEmail, keys.administratorArns, records.domainName to your own: example domains and account 111122223333 belong to nobody.",
    });
  });

  it('stays refused when only the address is given', () => {
    expect(deployability(shipped('production', { alertEmail: 'a@clinic.org' })).deployable).toBe(false);
  });

  it('keeps its regions and its account whatever the CDK has as default', () => {
    const request = { context: { environment: 'production' }, account: '123456789012', region: 'eu-west-1' };
    expect(loadEnvironments(request)).toEqual([shipped('production')]);
  });
});
