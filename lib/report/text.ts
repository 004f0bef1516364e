import type { AcknowledgedFinding, EnvironmentVerdict, Verdict, Violation } from '../checks/verdict';
import { countStatuses } from '../safeguards/status';
import { tone } from './color';
import { environmentName } from './environment-name';
import { groupBy } from './group-by';
import { LIMIT } from './limit';
import { type Layout, paragraph } from './paragraph';
import { plural } from './plural';
import { printable } from './printable';

/** The verdict for people: grouped by stack and resource, what to do before what is wrong, the verdict last. */
export function renderText(verdict: Verdict, notices: readonly string[], layout: Layout): string {
  return [
    ...verdict.environments.flatMap((environment) => renderEnvironment(environment, layout)),
    ...renderNotices(notices, layout),
    renderConclusion(verdict, layout),
    tone(paragraph(LIMIT, '', '', layout), 'faint', layout.color),
    '',
  ].join('\n');
}

/** The verdict in a line for each environment, for a run that is about something else, like a deployment. */
export function renderBrief(verdict: Verdict, notices: readonly string[], layout: Layout): string {
  return [
    ...verdict.environments.map(headline),
    ...notices.map((notice) => `Notice: ${printable(notice)}`),
    '',
  ]
    .map((line) => paragraph(line, '', '  ', layout))
    .join('\n');
}

function renderEnvironment(environment: EnvironmentVerdict, layout: Layout): readonly string[] {
  const failed = environment.verdict === 'fail';
  const title = paragraph(headline(environment), '', '  ', layout);
  return [
    tone(title, failed ? 'bad' : 'good', layout.color),
    ...renderStatuses(environment, layout),
    ...[...groupBy(environment.violations, ({ stack }) => stack)].flatMap(([stack, violations]) => [
      '',
      tone(`  ${stack === '' ? 'The environment as a whole' : printable(stack)}`, 'heading', layout.color),
      ...[...groupBy(violations, ({ path }) => path).values()].flatMap((group) =>
        renderResource(group, layout),
      ),
    ]),
    ...renderAcknowledged(environment.acknowledged, layout),
    '',
  ];
}

function headline({ environment, verdict, counts }: EnvironmentVerdict): string {
  const { violations, acknowledged, rules, resources, evaluations } = counts;
  const state = verdict === 'pass' ? 'PASS' : `FAIL, ${plural(violations, 'violation')}`;
  return (
    `${environmentName(environment)}: ${state}, ${acknowledged} acknowledged; ` +
    `${plural(rules, 'rule')} on ${plural(resources, 'resource')} (${plural(evaluations, 'evaluation')})`
  );
}

/** How many safeguards of the rules in force have each status; the report names them. */
function renderStatuses({ safeguards }: EnvironmentVerdict, layout: Layout): readonly string[] {
  const counts = Object.entries(countStatuses(safeguards)).filter(([, count]) => count > 0);
  if (counts.length === 0) return [];
  const text = counts.map(([status, count]) => `${count} ${status}`).join(', ');
  return [paragraph(`Safeguards: ${text}`, '  ', '    ', layout)];
}

function renderResource(violations: readonly Violation[], layout: Layout): readonly string[] {
  const [first] = violations;
  if (first === undefined) return [];
  const where = [first.source ?? '', first.path, first.resourceType].filter((part) => part !== '').join('  ');
  return [
    '',
    tone(paragraph(printable(where), '    ', '      ', layout), 'heading', layout.color),
    ...violations.flatMap(({ fix, message, rule, severity, citations }) => [
      paragraph(`fix: ${printable(fix)}`, '      ', '           ', layout),
      paragraph(`why: ${printable(message)}`, '      ', '           ', layout),
      tone(
        paragraph(printable([rule, severity, ...citations].join(', ')), '           ', '           ', layout),
        'faint',
        layout.color,
      ),
    ]),
  ];
}

function renderAcknowledged(acknowledged: readonly AcknowledgedFinding[], layout: Layout): readonly string[] {
  if (acknowledged.length === 0) return [];
  const groups = groupBy(acknowledged, ({ rule, owner, expires }) => `${rule}, ${owner}, until ${expires}`);
  return [
    '',
    tone('  Acknowledged', 'heading', layout.color),
    ...[...groups].map(([text, { length }]) =>
      paragraph(printable(`${length} × ${text}`), '    ', '        ', layout),
    ),
  ];
}

function renderNotices(notices: readonly string[], layout: Layout): readonly string[] {
  if (notices.length === 0) return [];
  return [...notices.map((notice) => paragraph(`Notice: ${printable(notice)}`, '', '  ', layout)), ''];
}

function renderConclusion({ verdict, environments, asOf }: Verdict, layout: Layout): string {
  const failed = environments.filter((environment) => environment.verdict === 'fail');
  const open = failed.reduce((sum, { counts }) => sum + counts.violations, 0);
  const conclusion =
    verdict === 'pass'
      ? `PASS: every check holds for ${list(environments)} as of ${asOf}.`
      : `FAIL: ${plural(open, 'violation')} in ${failed.length === 0 ? 'no environment' : list(failed)} as of ${asOf}: fix what stands above and check again.`;
  return tone(paragraph(conclusion, '', '  ', layout), verdict === 'pass' ? 'good' : 'bad', layout.color);
}

function list(environments: readonly EnvironmentVerdict[]): string {
  return environments.map(({ environment }) => environmentName(environment)).join(', ');
}
