import { layoutOf } from '../../lib/commands/layout-of';

const NO_WISHES = { noColor: undefined, term: undefined };

describe('layoutOf', () => {
  it.each([
    ['a pipe', {}, NO_WISHES, { columns: null, color: false }],
    ['a terminal', { isTTY: true, columns: 100 }, NO_WISHES, { columns: 100, color: true }],
    ['a terminal that does not tell its width', { isTTY: true }, NO_WISHES, { columns: 80, color: true }],
    ['a narrow terminal', { isTTY: true, columns: 40 }, NO_WISHES, { columns: null, color: true }],
    ['NO_COLOR', { isTTY: true, columns: 80 }, { ...NO_WISHES, noColor: '1' }, { columns: 80, color: false }],
    [
      'an empty NO_COLOR',
      { isTTY: true, columns: 80 },
      { ...NO_WISHES, noColor: '' },
      { columns: 80, color: true },
    ],
    [
      'a dumb terminal',
      { isTTY: true, columns: 80 },
      { ...NO_WISHES, term: 'dumb' },
      { columns: 80, color: false },
    ],
  ])('suits %s', (_, stream, wishes, expected) => {
    expect(layoutOf(stream, wishes)).toEqual(expected);
  });
});
