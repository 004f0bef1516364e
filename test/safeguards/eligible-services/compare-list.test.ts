import { compareList } from '../../../lib/safeguards/eligible-services/compare-list';
import { ELIGIBLE_SERVICES } from '../../../lib/safeguards/eligible-services/eligibility';

const NAMES = ELIGIBLE_SERVICES.map(({ name }) => name);

describe('compareList', () => {
  it('finds nothing changed in the list itself, however it is written down', () => {
    const copy = ELIGIBLE_SERVICES.map(
      ({ name, restriction }, index) =>
        `${index % 2 === 0 ? '- ' : '  '}${index % 3 === 0 ? name.toUpperCase() : name}${restriction ? ` [${restriction}]` : ''} \\`,
    ).join('\r\n');
    expect(compareList(copy)).toEqual({ added: [], removed: [], unchanged: NAMES.length });
  });

  it('names what was added and what is gone', () => {
    const copy = [...NAMES.filter((name) => name !== 'AWS X-Ray'), '* AWS App Runner', ''].join('\n');
    expect(compareList(copy)).toEqual({
      added: ['AWS App Runner'],
      removed: ['AWS X-Ray'],
      unchanged: NAMES.length - 1,
    });
  });

  it.each(['', '<html>\n<body>\nAccess denied\n</body>\n</html>', NAMES.slice(0, 99).join('\n')])(
    'refuses a copy that cannot be the list: %#',
    (copy) => {
      expect(() => compareList(copy)).toThrow("'freshCopy' must name at least 100 services");
    },
  );
});
