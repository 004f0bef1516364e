import fc from 'fast-check';
import { checkJsonSyntax } from '../../../lib/checks/templates/json-syntax';
import { TextProblem } from '../../../lib/checks/templates/text-problem';

/** Where a text stops being JSON; undefined when it does not. */
function offsetIn(text: string): number | undefined {
  try {
    checkJsonSyntax(text);
    return undefined;
  } catch (error) {
    if (error instanceof TextProblem) return error.offset;
    throw error;
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('checkJsonSyntax', () => {
  it.each([
    ['{', 1],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['{"a":01}', 6],
    ['{"a":.5}', 5],
    ['{"a":tru}', 5],
    ["{'a':1}", 1],
    ['{a:1}', 1],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{"a":"b', 7],
    ['{"a":"\\x"}', 6],
    ['{"a":"\n"}', 6],
    ['{"a":1}}', 7],
    ['{"a":1} {"b":2}', 8],
    ['', 0],
    [`${'['.repeat(101)}`, 100],
  ])('finds where %p stops being JSON', (text, offset) => {
    expect(offsetIn(text)).toBe(offset);
  });

  it('lets pass what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        expect(offsetIn(text)).toBeUndefined();
      }),
    );
  });

  it('agrees with JSON.parse on texts that somebody damaged', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 3 }),
        fc.nat(),
        fc.constantFrom(...'{}[]",:\\ 1e-.tn\n'),
        (json, at, piece) => {
          const place = at % (json.length + 1);
          const text = json.slice(0, place) + piece + json.slice(place);
          expect(offsetIn(text) === undefined).toBe(parses(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes a text of a million characters, and a million brackets, without recursing', () => {
    expect(offsetIn(`{"a":"${'x'.repeat(1_000_000)}"}`)).toBeUndefined();
    expect(offsetIn('['.repeat(1_000_000))).toBe(100);
  });
});
