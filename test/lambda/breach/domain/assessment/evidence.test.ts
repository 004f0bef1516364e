import { isDocumented, isEvidence } from '../../../../../lambda/breach/domain/assessment/evidence';

describe('documentation', () => {
  it.each([
    null,
    '',
    '   ',
    '\n\t',
    '---',
    '?',
    '…',
    'TBD',
    'tbd.',
    'N/A',
    'n.a.',
    'Unknown',
    'not yet known',
    'to be determined',
    'ＴＢＤ',
    'Pending!',
    'unknown at this time',
    'currently unknown',
    'still pending',
    'not assessed so far',
    'to be determined by counsel',
    'Pending the forensic report',
    'awaiting the trail',
    'will be destroyed',
    'key log: TBD',
    'todo: ask the vendor',
  ])('is not %p', (text) => {
    expect(isDocumented(text)).toBe(false);
    expect(isEvidence(text)).toBe(false);
  });

  it.each(['none', 'No.', 'yes', 'no evidence yet', 'none so far'])(
    'can be %p, which is no evidence',
    (text) => {
      expect(isDocumented(text)).toBe(true);
      expect(isEvidence(text)).toBe(false);
    },
  );

  it.each([
    'key log checked, nothing found',
    'no decrypt call',
    'AES-256',
    'unknown person outside the practice',
    'still sealed when it came back',
    'not seen by anybody yet: the screen log is empty',
    '通知済み',
  ])('and evidence can be %p', (text) => {
    expect(isDocumented(text)).toBe(true);
    expect(isEvidence(text)).toBe(true);
  });
});
