import { homedir } from 'node:os';
import path from 'node:path';
import { DeploymentError } from '../rehearsal/cdk-cli';
import { renderDrill } from '../rehearsal/drill/render-drill';
import { runDrill } from '../rehearsal/drill/run-drill';
import { NotRunError } from '../rehearsal/not-run-error';
import { printable } from '../report/printable';
import type { ExitCode, Surroundings } from './command';
import type { DrillArguments } from './drill-arguments';

/** Runs a drill and tells how it went. */
export async function runDrillCommand(
  { environment, format, scenarios, endpoint, list }: DrillArguments,
  { stdout, stderr, progress, cdkContext, layout }: Surroundings,
): Promise<ExitCode> {
  if (list) {
    stdout(
      format === 'json'
        ? `${JSON.stringify({ schemaVersion: 1, scenarios: scenarios.map(({ id, title }) => ({ id, title })) }, null, 2)}\n`
        : scenarios.map(({ id, title }) => `${id.padEnd(24)}${title}\n`).join(''),
    );
    return 0;
  }
  const started = Date.now();
  const tell = (step: string): void => {
    const line = `${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step}`;
    if (progress === undefined) stderr(`${line}\n`);
    else progress(line);
  };
  try {
    const report = await runDrill({
      environment,
      cdkContext,
      cacheDirectory: path.join(homedir(), '.cache', 'aws-hipaa-baseline'),
      endpoint,
      scenarios,
      tell,
      ...(format === 'text' && {
        show: (alert: string) => {
          progress?.('');
          stdout(`The alert of the first scenario, as it looks:\n\n${printableLines(alert)}\n`);
        },
      }),
    });
    progress?.('');
    stdout(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderDrill(report, layout));
    return report.verdict === 'held' ? 0 : 1;
  } catch (error) {
    progress?.('');
    if (error instanceof NotRunError) {
      stderr(`The drill was not run. ${error.message}\n`);
      return 3;
    }
    if (error instanceof DeploymentError) {
      stderr(`The drill fell short: the response was not deployed. ${printableLines(error.message)}\n`);
      return 1;
    }
    throw error;
  }
}

function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}
