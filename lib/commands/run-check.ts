import type { Judgement } from '../checks/judge';
import { renderJson } from '../report/json';
import { printable } from '../report/printable';
import { renderSarif } from '../report/sarif';
import { renderText } from '../report/text';
import type { CheckArguments, VerdictFormat } from './check-arguments';
import type { ExitCode, Surroundings } from './command';
import { judgeRequest } from './judge-request';

/** Judges the environments, or the templates, that were asked for and prints the verdict. */
export async function runCheck(request: CheckArguments, surroundings: Surroundings): Promise<ExitCode> {
  const judgement = await judgeRequest(request, surroundings);
  print(judgement, request.format, surroundings);
  return judgement.verdict.verdict === 'pass' ? 0 : 1;
}

/** Formats for programs are alone on stdout; what is said to people goes to stderr. */
function print({ verdict, notices }: Judgement, format: VerdictFormat, surroundings: Surroundings): void {
  const { stdout, stderr, version, layout } = surroundings;
  if (format === 'text') {
    stdout(renderText(verdict, notices, layout));
    return;
  }
  stdout(format === 'json' ? renderJson(verdict) : renderSarif(verdict, version));
  for (const notice of notices) stderr(`Notice: ${printable(notice)}\n`);
}
