import { renderJson } from '../../lib/report/json';
import { FAILED, PASSED, verdictOf } from './verdicts';

describe('renderJson', () => {
  it('is one document, the verdict and nothing else', () => {
    const verdict = verdictOf(FAILED, PASSED);
    const text = renderJson(verdict);
    expect(JSON.parse(text)).toEqual(verdict);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('keeps the order of its fields', () => {
    expect(Object.keys(JSON.parse(renderJson(verdictOf(PASSED))))).toEqual([
      'schemaVersion',
      'asOf',
      'verdict',
      'environments',
    ]);
  });
});
