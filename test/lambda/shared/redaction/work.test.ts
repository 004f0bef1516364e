import { redact } from '../../../../lambda/shared/redaction/redact';

/** Pieces that, repeated, keep as many recognizers as possible busy. */
const SHAPES: readonly string[] = [
  ...[
    '1',
    '1 ',
    '1-',
    '1.',
    '1/',
    '1/1/',
    '12/12 ',
    '1/1-',
    '123-45-',
    '202-555-',
    '(202) ',
    '+1',
    '020 ',
    '011 44 ',
    '1.123,',
  ],
  ...[
    'a',
    'a1',
    'a-1',
    'a.',
    'a:',
    'ab:',
    '1:',
    ':',
    '::',
    '@',
    'a@a',
    '@a',
    '(at)',
    'a@a.',
    'a.com',
    'a.com/',
    'http://',
    'www.',
  ],
  ...[
    'MRN ',
    'MRN-',
    'MRN:',
    'MRN [',
    '(mrn',
    'her mrn ',
    '1 is her mrn ',
    'ID#',
    'id ',
    'fax 1 ',
    'policy number ',
    'MRN 12345, ',
  ],
  ...[
    'March ',
    'March 1',
    '1 March ',
    '1st of ',
    'January 1, ',
    'Aa ',
    'Aa, MA ',
    '1 Aa Aa St ',
    'Aa Hospital ',
    'Mr. A',
    'one ',
    '1 1 1 ',
  ],
  ...[
    '\u00ad',
    '\u0301',
    '１',
    '½',
    '&#',
    '&nbsp;',
    '\\n',
    '[',
    '[SSN]',
    '[SSN] MRN ',
    '*',
    'x',
    'GB82 ',
    '1EG4-',
    '1234 1234 ',
    '42\u00b0',
  ],
];

function workOf(text: string): number {
  const meter = { asked: 0 };
  redact(text, { meter });
  return meter.asked;
}

describe('the work of a redaction', () => {
  it.each(SHAPES)('about doubles when a text of %j doubles', (shape) => {
    const text = shape.repeat(Math.ceil(2048 / shape.length));
    expect(workOf(text + text)).toBeLessThanOrEqual(2.2 * workOf(text) + 100);
  });

  it.each(SHAPES)('stays under a generous second for 32 KB of %j', (shape) => {
    const text = shape.repeat(Math.ceil(32_768 / shape.length));
    const started = performance.now();
    redact(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
