import type { Judgement } from '../checks/judge';
import { judgeTemplates } from '../checks/templates/judge-templates';
import type { CheckArguments } from './check-arguments';
import type { Surroundings } from './command';
import { judgeProject } from './judge-project';
import { readTemplates } from './read-templates';

/** Judges the environments that were asked for, or the templates where some are given. */
export async function judgeRequest(
  request: Pick<CheckArguments, 'templates' | 'asOf' | 'context'>,
  surroundings: Surroundings,
): Promise<Judgement> {
  const { templates, asOf = surroundings.today } = request;
  return templates.length === 0
    ? judgeProject(request, surroundings)
    : judgeTemplates(await readTemplates(templates, surroundings), { asOf });
}
