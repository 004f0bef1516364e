import { attestationDemand } from '../../lib/config/attestation-demand';
import { loadEnvironments } from '../../lib/config/load';
import { minimalSandbox } from './minimal-environment';

describe('attestationDemand', () => {
  const environments = loadEnvironments({
    context: {},
    environments: [
      { ...minimalSandbox(), name: 'strict', attestations: { demandedFrom: '2027-01-01' } },
      { ...minimalSandbox(), name: 'lenient' },
    ],
  });

  it.each([
    ['strict', '2027-01-01'],
    ['lenient', undefined],
    ['unknown', undefined],
    [null, undefined],
  ])('of %p is %p', (environment, expected) => {
    expect(attestationDemand(environments)(environment)).toBe(expected);
  });
});
