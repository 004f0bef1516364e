import { objectLiteral } from '../../lib/preflight/object-literal';

describe('an object literal', () => {
  it('is written as TypeScript is by hand', () => {
    const value = {
      name: 'a',
      network: { zones: ['x', 'y'], nat: 0 },
      'not-a-name': true,
      none: undefined,
      empty: {},
    };
    expect(objectLiteral(value)).toBe(
      [
        '{',
        "  name: 'a',",
        '  network: {',
        "    zones: ['x', 'y'],",
        '    nat: 0,',
        '  },',
        "  'not-a-name': true,",
        '  empty: {},',
        '}',
      ].join('\n'),
    );
  });

  it.each([["it's"], ['say "x"'], ['back\\slash'], ['line\nbreak'], ['\u001b[31m'], ["\\'"], ['\\"'], ['`']])(
    'reads back as the text %j',
    (text) => {
      const written = objectLiteral(text);
      expect(new Function(`return ${written}`)()).toBe(text);
      expect(written).not.toMatch(/\p{Cc}/u);
    },
  );
});
