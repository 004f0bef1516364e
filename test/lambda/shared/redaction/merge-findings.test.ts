import fc from 'fast-check';
import { IDENTIFIER_TYPES } from '../../../../lambda/shared/redaction/identifier-types';
import { mergeFindings } from '../../../../lambda/shared/redaction/merge-findings';
import type { Confidence, Finding } from '../../../../lambda/shared/redaction/span';

function finding(start: number, end: number, type: Finding['type'], confidence: Confidence): Finding {
  return { start, end, type, confidence };
}

describe('merging findings', () => {
  it.each([
    [
      'an overlap is one span under the surer name',
      [finding(0, 5, 'ID', 1), finding(3, 9, 'SSN', 4)],
      [[0, 9, 'SSN']],
    ],
    ['equals are named by the longer', [finding(0, 5, 'ID', 2), finding(3, 9, 'SSN', 2)], [[0, 9, 'SSN']]],
    [
      'equals of one length are named by the earlier',
      [finding(3, 8, 'SSN', 2), finding(0, 5, 'DATE', 2)],
      [[0, 8, 'DATE']],
    ],
    [
      'a type that says more than ID names equals',
      [finding(0, 6, 'ID', 3), finding(0, 6, 'VEHICLE', 3)],
      [[0, 6, 'VEHICLE']],
    ],
    [
      'what touches stays apart',
      [finding(5, 9, 'SSN', 2), finding(0, 5, 'ID', 2)],
      [
        [0, 5, 'ID'],
        [5, 9, 'SSN'],
      ],
    ],
    [
      'what lies inside changes the name only',
      [finding(0, 9, 'ID', 1), finding(2, 4, 'SSN', 5)],
      [[0, 9, 'SSN']],
    ],
    [
      'a chain is one span',
      [finding(0, 4, 'ID', 1), finding(3, 7, 'DATE', 3), finding(6, 9, 'IP', 2)],
      [[0, 9, 'DATE']],
    ],
    ['nothing is nothing', [], []],
  ] as const)('%s', (_, findings, expected) => {
    expect(mergeFindings(findings).map(({ start, end, type }) => [start, end, type])).toEqual(expected);
  });

  const findings = fc
    .array(
      fc.record({
        start: fc.nat(30),
        length: fc.integer({ min: 1, max: 9 }),
        type: fc.constantFrom(...IDENTIFIER_TYPES.map((row) => row.type)),
        confidence: fc.constantFrom<Confidence>(1, 2, 3, 4, 5),
      }),
      { maxLength: 12 },
    )
    .map((list) => list.map(({ start, length, ...rest }) => ({ start, end: start + length, ...rest })));

  it('does not depend on the order of what it is given, and covers all of it', () => {
    fc.assert(
      fc.property(findings, fc.infiniteStream(fc.nat()), (list, order) => {
        const shuffled = [...list].sort(() => ((order.next().value ?? 0) % 2 === 0 ? 1 : -1));
        const merged = mergeFindings(list);
        expect(mergeFindings(shuffled).map(({ start, end, type }) => [start, end, type])).toEqual(
          merged.map(({ start, end, type }) => [start, end, type]),
        );
        for (const { start, end } of list) {
          expect(merged.some((span) => span.start <= start && end <= span.end)).toBe(true);
        }
        expect(
          merged.every((span, index) => index === 0 || (merged[index - 1]?.end ?? 0) <= span.start),
        ).toBe(true);
      }),
    );
  });
});
