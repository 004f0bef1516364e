import fc from 'fast-check';
import { createRedact, redact } from '../../../../lambda/shared/redaction/redact';
import { CANARY_FORMS, makeCanary } from './canaries';
import { CLINICAL_SENTENCES, clinicalText, seededRandom } from './clinical-text';
import { fuzzRedaction } from './fuzz';
import { itKeeps } from './marked-text';
import { brokenLaws } from './redaction-laws';

describe('redaction', () => {
  it('counts in UTF-16 units of the input', () => {
    const text = '😀é ＳＳＮ ９００-１２-３４５６ end';
    const { spans } = redact(text);
    expect(spans.map(({ start, end, type }) => [text.slice(start, end), type])).toEqual([
      ['９００-１２-３４５６', 'SSN'],
    ]);
  });

  it('leaves a text without identifiers as it is, invisible characters included', () => {
    const text = 'no\u200b pain \u00ad today, 5\u00a0mg\r\n';
    expect(redact(text)).toEqual({ text, spans: [] });
  });

  it('unites what another recognizer found with what it finds', () => {
    const findings = [{ start: 0, end: 9, type: 'NAME', confidence: 1 }] as const;
    expect(redact('Ann Quill 900-12-3456', { findings }).text).toBe('[NAME] [SSN]');
    expect(
      redact('no name', { findings: [{ start: -5, end: 2000, type: 'NAME', confidence: 1 }] }).text,
    ).toBe('[NAME]');
  });

  itKeeps(
    'clinical text',
    CLINICAL_SENTENCES.flatMap((sentence) =>
      [3, 7].map((digit) => sentence.replaceAll('{n}', String(digit))),
    ),
  );

  it.each(CANARY_FORMS.map((form) => [form[0], form[1], form] as const))(
    'covers a planted %s, %s, wherever it stands in a note',
    (_, __, form) => {
      fc.assert(
        fc.property(fc.integer(), fc.nat(), (seed, place) => {
          const random = seededRandom(seed);
          const canary = makeCanary(form, random);
          const words = clinicalText(200, seed, 0).split(' ');
          words.splice(place % words.length, 0, canary.written);
          expect(redact(words.join(' ')).text).not.toContain(canary.secret);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('covers an identifier behind a citation, a code or a placeholder', () => {
    const random = seededRandom(9);
    for (const before of [
      '164.',
      '164.514 ',
      'E11.9 ',
      'CPT 99213 ',
      'PMID ',
      'NCT ',
      '5 mg ',
      '10/10 ',
      '[SSN] ',
      '[MRN]: ',
      'v1.2 ',
      'COVID-19 ',
      '§ ',
    ]) {
      for (const form of CANARY_FORMS) {
        const canary = makeCanary(form, random);
        const { text } = redact(`${before}${canary.written} after`);
        expect(`${before}${text.includes(canary.secret) ? canary.written : ''}`).toBe(before);
      }
    }
  });

  it('holds its laws on any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.string({ unit: 'grapheme' })),
        (text) => {
          expect(brokenLaws(text, redact)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds its laws on five thousand hostile texts, and finds what was planted', () => {
    expect(fuzzRedaction(5000, 20_261_121)).toEqual([]);
  });

  it('holds its laws with a vocabulary that has the words of placeholders', () => {
    const withWords = createRedact({ names: ['SSN', 'Date', 'Withheld'], places: ['Zip'] });
    for (const text of [
      'SSN 900-12-3456 on 3/14/2021',
      '[SSN] [DATE] [WITHHELD]',
      'date of zip 99999-1234',
    ]) {
      expect(brokenLaws(text, withWords)).toEqual([]);
    }
  });
});
