import { anchorOf, safeguardSections } from '../../../lib/report/html/safeguard-groups';
import { SAFEGUARDS } from '../../../lib/safeguards/catalogue';
import { safeguardsOf } from '../safeguard-variants';
import { FAILED, PASSED, verdictOf } from '../verdicts';

const ALL = safeguardsOf();
const VERDICT = verdictOf({ ...FAILED, safeguards: ALL }, { ...PASSED, safeguards: ALL.slice(1) });

describe('safeguardSections', () => {
  it('has every safeguard of the profile once, in the order of the rule book', () => {
    const groups = safeguardSections(VERDICT, 'current').flatMap(({ safeguards }) => safeguards);
    expect(groups.map(({ citation }) => citation)).toEqual(
      SAFEGUARDS.filter(({ profile }) => profile === 'current').map(({ citation }) => citation),
    );
  });

  it('puts the environments side by side, those that have the safeguard', () => {
    const [first, second] = safeguardSections(VERDICT, 'current').flatMap(({ safeguards }) => safeguards);
    expect(first?.entries.map(({ environment, index }) => [environment, index])).toEqual([['sandbox', 0]]);
    expect(second?.entries.map(({ environment, index }) => [environment, index])).toEqual([
      ['sandbox', 0],
      ['production', 1],
    ]);
  });

  it('takes what a paragraph asks from the row of its own profile', () => {
    const asks = (profile: 'current' | 'nprm-2025') =>
      safeguardSections(VERDICT, profile)
        .flatMap(({ safeguards }) => safeguards)
        .find(({ citation }) => citation === '164.312(b)' || citation === '164.308(a)(2)');
    expect(asks('current')?.kind).toBe('standard');
    expect(asks('nprm-2025')?.kind).toBe('proposed');
  });

  it('keeps a safeguard that the catalogue does not know', () => {
    const [row] = ALL;
    if (row === undefined) throw new Error('the catalogue is empty');
    const verdict = verdictOf({ ...PASSED, safeguards: [{ ...row, citation: '164.999(a)' }] });
    expect(safeguardSections(verdict, 'current')).toMatchObject([
      { section: { number: '164.999', title: '' }, safeguards: [{ kind: null, asks: '' }] },
    ]);
  });
});

describe('anchorOf', () => {
  it('is another one for every safeguard', () => {
    const anchors = SAFEGUARDS.map(({ profile, citation }) => anchorOf(profile, citation));
    expect(new Set(anchors).size).toBe(SAFEGUARDS.length);
    expect(anchors.filter((anchor) => !/^[\w.-]+$/.test(anchor))).toEqual([]);
  });
});
