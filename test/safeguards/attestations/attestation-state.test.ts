import fc from 'fast-check';
import { type Attestation, latestValidity } from '../../../lib/safeguards/attestations/attestation';
import { attestationState } from '../../../lib/safeguards/attestations/attestation-state';
import { synthetic } from './synthetic';

const AS_OF = '2026-11-21';

describe('attestationState', () => {
  const risk = (changes: Partial<Attestation> = {}) => synthetic('risk-analysis', changes);
  it.each<[what: string, expected: string, filed: readonly Attestation[]]>([
    ['nothing', 'missing', []],
    ['another kind', 'missing', [synthetic('evaluation')]],
    ['a statement in force', 'held', [risk()]],
    ['a statement on its last day', 'held', [risk({ validUntil: AS_OF })]],
    ['a statement on its first day', 'held', [risk({ statedOn: AS_OF })]],
    ['a statement on the day after its last', 'expired', [risk({ validUntil: '2026-11-20' })]],
    ['a statement on the day before its first', 'not-yet', [risk({ statedOn: '2026-11-22' })]],
    [
      'a statement that claims to count longer than its kind allows',
      'expired',
      [risk({ statedOn: '2025-11-20', validUntil: '2099-01-01' })],
    ],
  ])('takes %s for %s', (_, expected, filed) => {
    expect(attestationState(filed, 'risk-analysis', AS_OF).state).toBe(expected);
  });

  it('lets a review count for three months, whatever it says itself', () => {
    const filed = [synthetic('activity-review', { statedOn: '2026-06-21', validUntil: '2027-06-21' })];
    expect(attestationState(filed, 'activity-review', '2026-09-21').state).toBe('held');
    expect(attestationState(filed, 'activity-review', '2026-09-22').state).toBe('expired');
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
