import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publish, REPORT_FILES } from '../../../lib/commands/report-publish';
import { renderCsv } from '../../../lib/report/csv';
import { renderJson } from '../../../lib/report/json';
import { renderSarif } from '../../../lib/report/sarif';
import { renderText } from '../../../lib/report/text';
import { FAILED, PASSED, verdictOf } from '../verdicts';
import { surroundingsOf } from './surroundings';

const NOTICES = ['Something expires.'];

describe('publish', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'report-publish-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function published(publication: Partial<Parameters<typeof publish>[0]> = {}) {
    const { surroundings, printed } = surroundingsOf(root);
    const exitCode = publish(
      { verdict: verdictOf(PASSED), notices: NOTICES, out: 'out', since: undefined, ...publication },
      surroundings,
    );
    const read = (name: string) => readFileSync(path.join(root, 'out', name), 'utf8');
    return { exitCode, printed, read };
  }

  it('writes one verdict four times, and nothing else', () => {
    const verdict = verdictOf(FAILED, PASSED);
    const { read } = published({ verdict });
    expect(readdirSync(path.join(root, 'out')).sort()).toEqual([...REPORT_FILES].sort());
    expect(read('report.json')).toBe(renderJson(verdict));
    expect(read('report.csv')).toBe(renderCsv(verdict));
    expect(read('report.sarif')).toBe(renderSarif(verdict, '1.2.3'));
    expect(read('report.html')).toContain('Something expires.');
  });

  it('prints what check prints, and then what it wrote', () => {
    const { printed } = published();
    expect(printed).toEqual({
      stdout: `${renderText(verdictOf(PASSED), NOTICES, { columns: null, color: false })}
Written: out/report.html, out/report.json, out/report.csv, out/report.sarif
`,
      stderr: '',
    });
  });

  it.each([
    [0, verdictOf(PASSED)],
    [1, verdictOf(FAILED)],
    [1, { ...verdictOf(), verdict: 'fail' as const }],
  ])('ends with %i as the verdict says', (exitCode, verdict) => {
    expect(published({ verdict }).exitCode).toBe(exitCode);
  });

  it('says what changed since an earlier verdict, on paper too', () => {
    const since = { ...verdictOf({ ...FAILED, violations: [] }), asOf: '2026-10-01' };
    const { printed, read } = published({ verdict: verdictOf(FAILED), since });
    expect(printed.stdout).toContain(
      '\nSince 2026-10-01: no safeguard changed.\n  opened: HIPAA.Security-S3Bucket',
    );
    expect(read('report.html')).toContain('<h2 id="changes-title">What changed since 2026-10-01</h2>');
  });

  it('lets no directory steer the terminal', () => {
    expect(published({ out: 'out/\u001b[2J/..' }).printed.stdout).not.toContain('\u001b');
  });
});
