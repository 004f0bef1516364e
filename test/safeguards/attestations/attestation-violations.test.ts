import { attestationViolations } from '../../../lib/safeguards/attestations/attestation-violations';
import { ATTESTATION_KINDS, attestationKindInfo } from '../../../lib/safeguards/attestations/kinds';
import { SAFEGUARDS } from '../../../lib/safeguards/catalogue';
import { everySynthetic, synthetic } from './synthetic';

const DEMAND = { catalogue: SAFEGUARDS, attestations: [], demandedFrom: '2026-07-01', asOf: '2026-11-21' };
const CURRENT_KINDS = Object.keys(ATTESTATION_KINDS).filter(
  (kind) => attestationKindInfo(kind)?.profile === undefined,
);

describe('attestationViolations', () => {
  it('demands none while no day is set, nor before that day', () => {
    expect(attestationViolations({ ...DEMAND, demandedFrom: undefined })).toEqual([]);
    expect(attestationViolations({ ...DEMAND, asOf: '2026-06-30' })).toEqual([]);
    expect(attestationViolations({ ...DEMAND, asOf: '2026-07-01' })).not.toEqual([]);
  });

  it('demands every kind that the rules in force call for, and none of the proposal', () => {
    expect(attestationViolations(DEMAND)).toHaveLength(CURRENT_KINDS.length);
    expect(CURRENT_KINDS.length).toBeLessThan(Object.keys(ATTESTATION_KINDS).length);
  });

  it('is content with a statement of every kind', () => {
    expect(attestationViolations({ ...DEMAND, attestations: everySynthetic() })).toEqual([]);
  });

  it('says what is missing, where it belongs and what counts as evidence', () => {
    const attestations = everySynthetic().filter(({ kind }) => kind !== 'security-official');
    expect(attestationViolations({ ...DEMAND, attestations })).toEqual([
      {
        rule: 'Baseline-AttestationMissing',
        severity: 'error',
        citations: ['164.308(a)(2)'],
        message: "The attestation 'security-official' must be in force since 2026-07-01, got: none filed.",
        fix: expect.stringContaining('one security official is named'),
      },
    ]);
  });

  it.each([
    ['expired', { validUntil: '2026-11-20' }, 'expired on 2026-11-20 (SYNTHETIC-risk-analysis)'],
    ['not in force yet', { statedOn: '2026-12-01' }, 'not before 2026-12-01 (SYNTHETIC-risk-analysis)'],
  ])('refuses one that is %s', (_, changes, got) => {
    const attestations = [
      ...everySynthetic().filter(({ kind }) => kind !== 'risk-analysis'),
      synthetic('risk-analysis', changes),
    ];
    expect(attestationViolations({ ...DEMAND, attestations })).toEqual([
      expect.objectContaining({
        rule: 'Baseline-AttestationNotInForce',
        message: expect.stringContaining(got),
      }),
    ]);
  });
});
