import type { EnvironmentInput } from '../../lib/config/schema';
import type { EnvironmentFacts } from '../../lib/conformance/environment-facts';
import { factsOf } from '../../lib/conformance/facts-of';
import { configOf, minimalSandbox } from '../config/minimal-environment';

const EXCLUDED = [{ rule: 'emr-kerberos-enabled', reason: 'The region does not have the service.' }];

describe('factsOf', () => {
  it.each<[string, Partial<EnvironmentInput>, Partial<EnvironmentFacts>]>([
    [
      'nothing said',
      {},
      {
        databasePort: 5442,
        shortestLogDays: 365,
        hasSecondRegion: false,
        recordsGlobalTypes: true,
        hasInternetGateway: false,
        isGovCloud: false,
        excluded: [],
      },
    ],
    ['a port', { database: { port: 6001 } }, { databasePort: 6001 }],
    ['a second region', { recoveryRegion: 'us-west-2' }, { hasSecondRegion: true }],
    ['IAM recorded elsewhere', { singletons: { configGlobalTypes: 'adopt' } }, { recordsGlobalTypes: false }],
    ['a region of GovCloud', { region: 'us-gov-west-1' }, { isGovCloud: true }],
    ['a NAT gateway', { network: { natGateways: 1 } }, { hasInternetGateway: true }],
    ['a public listener', { records: { exposure: 'internet' } }, { hasInternetGateway: true }],
    [
      'longer logs of functions',
      { retention: { applicationLogDays: 2922, flowLogDays: 1827 } },
      { shortestLogDays: 1827 },
    ],
    ['an excluded rule', { conformance: { excludedRules: EXCLUDED } }, { excluded: EXCLUDED }],
  ])('reads %s', (_what, input, facts) => {
    expect(factsOf(configOf(minimalSandbox(input)))).toMatchObject(facts);
  });
});
