import { type DemandedLock, judgeArchiveLock } from '../../../../lambda/evidence/domain/archive-lock';
import { readConfigurationItem } from '../../../../lambda/evidence/domain/configuration-item';
import { asHistory, bucketItem, defaultLock } from '../recorded-items';

const SIX_YEARS: DemandedLock = { mode: 'COMPLIANCE', days: 2192 };
const GOVERNED: DemandedLock = { mode: 'GOVERNANCE', days: 2192 };

function judge(item: object, demanded: DemandedLock) {
  const read = readConfigurationItem(item);
  if (read === undefined) throw new Error("'item' must be one");
  return judgeArchiveLock(read, demanded);
}

describe('the lock of an archive', () => {
  it.each<[string, unknown, DemandedLock, string]>([
    ['as firm and as long as demanded', defaultLock('COMPLIANCE', 2192), SIX_YEARS, 'COMPLIANT'],
    ['longer', defaultLock('COMPLIANCE', 3653), SIX_YEARS, 'COMPLIANT'],
    ['firmer', defaultLock('COMPLIANCE', 2192), GOVERNED, 'COMPLIANT'],
    ['as soft as demanded', defaultLock('GOVERNANCE', 2192), GOVERNED, 'COMPLIANT'],
    ['in years that are long enough', defaultLock('COMPLIANCE', null, 7), SIX_YEARS, 'COMPLIANT'],
    ['softer', defaultLock('GOVERNANCE', 2192), SIX_YEARS, 'NON_COMPLIANT'],
    ['a day short', defaultLock('COMPLIANCE', 2191), SIX_YEARS, 'NON_COMPLIANT'],
    ['six years of S3, without leap days', defaultLock('COMPLIANCE', null, 6), SIX_YEARS, 'NON_COMPLIANT'],
    ['in a mode that nobody knows', defaultLock('WHATEVER', 9999), SIX_YEARS, 'NON_COMPLIANT'],
    ['without a default', { objectLockEnabled: 'Enabled', rule: null }, SIX_YEARS, 'NON_COMPLIANT'],
    [
      'switched off',
      { ...defaultLock('COMPLIANCE', 2192), objectLockEnabled: null },
      SIX_YEARS,
      'NON_COMPLIANT',
    ],
    ['not told', undefined, SIX_YEARS, 'NON_COMPLIANT'],
    ['with days that are no number', defaultLock('COMPLIANCE', '2192' as never), SIX_YEARS, 'NON_COMPLIANT'],
  ])('%s is judged', (_what, lock, demanded, compliance) => {
    expect(judge(bucketItem(lock), demanded).compliance).toBe(compliance);
    expect(judge(asHistory(bucketItem(lock)), demanded).compliance).toBe(compliance);
  });

  it('says what it must be and what it is, and repeats nothing that is not a setting', () => {
    expect(judge(bucketItem(defaultLock('GOVERNANCE', 30)), SIX_YEARS).annotation).toBe(
      'The default lock must be COMPLIANCE for 2192 days or more, got: GOVERNANCE for 30 days.',
    );
    const { annotation } = judge(bucketItem(defaultLock('Jane Roe, 000-12-3456', 30)), SIX_YEARS);
    expect(annotation).not.toContain('Jane');
    expect(annotation).toContain('another mode');
  });
});
