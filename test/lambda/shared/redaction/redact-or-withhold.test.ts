import { MAX_TEXT_LENGTH } from '../../../../lambda/shared/redaction/limits';
import { redactOrWithhold } from '../../../../lambda/shared/redaction/redact-or-withhold';

describe('redacting or withholding', () => {
  it('redacts what it can', () => {
    expect(redactOrWithhold('SSN 900-12-3456')).toEqual({
      text: 'SSN [SSN]',
      spans: [{ start: 4, end: 15, type: 'SSN' }],
    });
  });

  it.each([
    ['as long as allowed', 5, 'fever'],
    ['longer than allowed', 4, '[WITHHELD]'],
  ])('a text %s', (_, maxLength, expected) => {
    expect(redactOrWithhold('fever', { maxLength }).text).toBe(expected);
  });

  it('withholds a text over the general limit without reading it', () => {
    const text = 'x'.repeat(MAX_TEXT_LENGTH + 1);
    expect(redactOrWithhold(text)).toEqual({
      text: '[WITHHELD]',
      spans: [{ start: 0, end: text.length, type: 'WITHHELD' }],
    });
  });

  it('withholds all of a text when anything goes wrong', () => {
    const redact = (): never => {
      throw new Error('SSN 900-12-3456');
    };
    expect(redactOrWithhold('SSN 900-12-3456', { redact })).toEqual({
      text: '[WITHHELD]',
      spans: [{ start: 0, end: 15, type: 'WITHHELD' }],
    });
  });

  it('leaves a withheld text as it is', () => {
    expect(redactOrWithhold('[WITHHELD]')).toEqual({ text: '[WITHHELD]', spans: [] });
  });
});
