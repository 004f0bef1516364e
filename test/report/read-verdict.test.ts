import { renderJson } from '../../lib/report/json';
import { readVerdict, UnreadableVerdictError } from '../../lib/report/read-verdict';
import { safeguardsOf } from './safeguard-variants';
import { FAILED, PASSED, verdictOf } from './verdicts';

const VERDICT = verdictOf({ ...FAILED, safeguards: safeguardsOf() }, { ...PASSED, environment: null });

describe('readVerdict', () => {
  it('reads what was written, unchanged', () => {
    expect(readVerdict(renderJson(VERDICT))).toEqual(VERDICT);
    expect(readVerdict(`\uFEFF${renderJson(VERDICT)}`)).toEqual(VERDICT);
  });

  it('leaves out what a later release may have added', () => {
    expect(readVerdict(JSON.stringify({ ...VERDICT, later: true }))).toEqual(VERDICT);
  });

  it.each([
    ['nothing', '', 'it must be JSON: '],
    ['half a document', '{"schemaVersion": 1', 'it must be JSON: '],
    ['another schema version', '{"schemaVersion": 2}', "'schemaVersion' must be 1, got: 2"],
    ['a version of another type', '{"schemaVersion": "1"}', `'schemaVersion' must be 1, got: "1"`],
    ['no version', '{}', "'schemaVersion' must be 1, got: nothing"],
    ['a list', '[]', "'schemaVersion' must be 1, got: nothing"],
    ['null', 'null', "'schemaVersion' must be 1, got: nothing"],
    ['a version that is long', `{"schemaVersion": "${'x'.repeat(1000)}"}`, '…'],
    ['a version that steers the terminal', '{"schemaVersion": "\\u009b2J"}', '\\u009b'],
    [
      'a date that does not exist',
      JSON.stringify({ ...VERDICT, asOf: '2026-02-30' }),
      "'asOf' must be as in a verdict",
    ],
    [
      'no environments',
      '{"schemaVersion": 1, "asOf": "2026-11-21", "verdict": "pass"}',
      "'environments' must be",
    ],
    ['an environment twice', JSON.stringify(verdictOf(PASSED, PASSED)), 'each environment once'],
    [
      'an unknown status',
      renderJson(VERDICT).replace('"status": "enforced"', '"status": "certified"'),
      "'environments.0.safeguards.",
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => readVerdict(text)).toThrow(UnreadableVerdictError);
    expect(() => readVerdict(text)).toThrow(message);
  });

  it('says nothing in its refusal that could steer a terminal', () => {
    let message = '';
    try {
      readVerdict('{"schemaVersion": \u001b[2J');
    } catch (error) {
      message = String(error);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass
    expect(message).not.toMatch(/[\u0000-\u001f]/);
    expect(message).toContain('JSON');
  });
});
