import fc from 'fast-check';
import { latestValidity } from '../../../lib/safeguards/attestations/attestation';
import { attestationState } from '../../../lib/safeguards/attestations/attestation-state';
import { synthetic } from './synthetic';

const AS_OF = '2026-11-21';

describe('attestationState', () => {
  it.each([
    ['nothing', [], 'missing'],
    ['another kind', [synthetic('evaluation')], 'missing'],
    ['a statement in force', [synthetic('risk-analysis')], 'held'],
    ['its last day', [synthetic('risk-analysis', { validUntil: AS_OF })], 'held'],
    ['its first day', [synthetic('risk-analysis', { statedOn: AS_OF })], 'held'],
    ['the day after its last', [synthetic('risk-analysis', { validUntil: '2026-11-20' })], 'expired'],
    ['the day before its first', [synthetic('risk-analysis', { statedOn: '2026-11-22' })], 'not-yet'],
    [
      'a statement that claims to count longer than its kind allows',
      [synthetic('risk-analysis', { statedOn: '2025-11-20', validUntil: '2099-01-01' })],
      'expired',
    ],
    [
      'a review of three months, five months ago',
      [synthetic('activity-review', { statedOn: '2026-06-21', validUntil: '2027-06-21' })],
      'expired',
    ],
  ] as const)('is, for %s: %s', (_, attestations, expected) => {
    const [{ kind } = synthetic('risk-analysis')] = attestations;
    const asked = kind === 'evaluation' ? 'risk-analysis' : kind;
    expect(attestationState(attestations, asked, AS_OF).state).toBe(expected);
  });

  it('lets the last statement in force decide, in whatever order they are filed', () => {
    const held = synthetic('group-health-plan', { id: 'old', statedOn: '2026-01-01' });
    const waived = synthetic('group-health-plan', {
      id: 'new',
      statement: 'does-not-apply',
      statedOn: '2026-06-01',
    });
    for (const filed of [
      [held, waived],
      [waived, held],
    ]) {
      expect(attestationState(filed, 'group-health-plan', AS_OF)).toEqual({
        state: 'does-not-apply',
        attestation: waived,
      });
    }
  });

  it('never holds after the last day of any statement', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 4 }), day, (spans, asOf) => {
        const filed = spans.map(([statedOn, validUntil]) =>
          synthetic('evaluation', { statedOn, validUntil }),
        );
        const inForce = filed.some(
          (one) => one.statedOn <= asOf && asOf <= one.validUntil && asOf <= latestValidity(one),
        );
        expect(attestationState(filed, 'evaluation', asOf).state === 'held').toBe(inForce);
      }),
    );
  });
});
