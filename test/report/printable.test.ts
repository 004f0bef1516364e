import { printable } from '../../lib/report/printable';

describe('printable', () => {
  it.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\u0000b\u009bc', 'a\\u0000b\\u009bc'],
    ['two\nlines\tand\r', 'two lines and\\u000d'],
    ['turned\u202etxet', 'turned\\u202etxet'],
    ['Résumé — 患者 🏥', 'Résumé — 患者 🏥'],
  ])('writes %j so that it cannot steer a terminal', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});
