import path from 'node:path';
import type { Judgement } from '../checks/judge';
import type { Verdict } from '../checks/verdict';
import { renderCsv } from '../report/csv';
import { renderDiffText } from '../report/diff/diff-text';
import { diffVerdicts } from '../report/diff/diff-verdicts';
import { renderHtml } from '../report/html/page';
import { renderJson } from '../report/json';
import { printable } from '../report/printable';
import type { Report } from '../report/report';
import { renderSarif } from '../report/sarif';
import { renderText } from '../report/text';
import type { ExitCode, Surroundings } from './command';
import { writeReport } from './report-directory';

const RENDERINGS: Readonly<Record<string, (report: Report) => string>> = {
  'report.html': renderHtml,
  'report.json': ({ verdict }) => renderJson(verdict),
  'report.csv': ({ verdict }) => renderCsv(verdict),
  'report.sarif': ({ verdict, toolVersion }) => renderSarif(verdict, toolVersion),
};

/** The files of a report; no others are ever written or replaced. */
export const REPORT_FILES: readonly string[] = Object.keys(RENDERINGS);

/** What a report is published from. */
export interface Publication extends Judgement {
  /** The directory to write into, as it was given. */
  readonly out: string;
  /** The verdict to compare with; undefined is none. */
  readonly since: Verdict | undefined;
}

/** Writes every rendering of one verdict and says so, after the verdict itself and what changed. */
export function publish(
  { verdict, notices, out, since }: Publication,
  { projectRoot, version, layout, stdout }: Surroundings,
): ExitCode {
  const diff = since === undefined ? null : diffVerdicts(since, verdict);
  const report: Report = { verdict, notices, toolVersion: version, diff };
  writeReport(
    path.resolve(projectRoot, out),
    Object.entries(RENDERINGS).map(([name, render]) => ({ name, text: render(report) })),
  );
  stdout(renderText(verdict, notices, layout));
  if (diff !== null) stdout(`\n${renderDiffText(diff, layout)}`);
  stdout(`\nWritten: ${printable(REPORT_FILES.map((name) => path.join(out, name)).join(', '))}\n`);
  return verdict.verdict === 'pass' ? 0 : 1;
}
