import { sectionOf } from '../../lib/report/sections';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';

describe('sectionOf', () => {
  it.each([
    ['164.312(e)(2)(ii)', { number: '164.312', title: 'Technical safeguards' }],
    ['164.412', { number: '164.412', title: 'Law enforcement delay' }],
    ['164.999(a)', { number: '164.999', title: '' }],
  ])('finds the section of %s', (citation, section) => {
    expect(sectionOf(citation)).toEqual(section);
  });

  it('heads every section of the catalogue', () => {
    expect(SAFEGUARDS.filter(({ citation }) => sectionOf(citation).title === '')).toEqual([]);
  });
});
