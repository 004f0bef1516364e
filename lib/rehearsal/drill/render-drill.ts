import { tone } from '../../report/color';
import type { Layout } from '../../report/paragraph';
import { printable } from '../../report/printable';
import type { DrillReport } from './drill-report';
import type { ScenarioResult } from './scenario-result';

/** The table of scenarios, what stood in, and what it proves. */
export function renderDrill(report: DrillReport, { color }: Pick<Layout, 'color'>): string {
  const width = Math.max(...report.scenarios.map(({ title }) => title.length), 0);
  const held = report.scenarios.filter(({ verdict }) => verdict === 'held').length;
  const summary = `${report.environment}: ${held} of ${report.scenarios.length} scenarios held, in ${seconds(report.durationMs)}.`;
  return `${[
    tone('Scenarios', 'heading', color),
    ...report.scenarios.flatMap((scenario) => scenarioLines(scenario, width)),
    '',
    tone('Stood in', 'heading', color),
    ...report.standIns.map(
      ({ stack, resources, outOf, madeUp }) =>
        `  ${stack}: ${resources} of ${outOf} resources${madeUp.length === 0 ? '' : `; made up: ${madeUp.join(', ')}`}`,
    ),
    `  ${report.stack} itself was deployed as it is: ${report.resources} resources.`,
    '',
    report.proves,
    report.cannotProve,
    '',
    summary,
  ].join('\n')}\n`;
}

function scenarioLines(scenario: ScenarioResult, width: number): readonly string[] {
  const { verdict, title, incident, alertAfterMs, alerts, timeline, problems } = scenario;
  const what =
    incident === null
      ? alerts.length === 0
        ? 'silent'
        : alerts.map(({ kind }) => kind).join(', ')
      : `${incident.severity}, ${incident.state}, ${timeline.length} entries, chain ${scenario.chain}`;
  const after = alertAfterMs === null ? '' : `alert after ${alertAfterMs} ms`;
  return [
    `  ${verdict === 'held' ? 'held      ' : 'FELL SHORT'}  ${title.padEnd(width)}  ${[what, after].filter((part) => part !== '').join(', ')}`,
    ...problems.map((problem) => `              ${printable(problem)}`),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
