import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cdkBootstrap, cdkDeploy } from '../cdk-cli';
import { installEmulator } from '../emulator/install-emulator';
import { startEmulator } from '../emulator/start-emulator';
import { AlertInbox } from '../endpoint/alert-inbox';
import type { Endpoint } from '../endpoint/endpoint';
import { lockBuckets } from '../endpoint/lock-buckets';
import { openPath } from '../endpoint/open-path';
import { pathFunction } from '../endpoint/path-function';
import { pathQueues } from '../endpoint/path-queues';
import { NotRunError } from '../not-run-error';
import { OwnProcesses } from '../own-processes';
import type { Scenario } from '../scenarios/scenario';
import type { StandIn } from '../stand-in/stand-in';
import { standInsFor } from '../stand-in/stand-ins-for';
import { writeStandIns } from '../stand-in/write-stand-ins';
import { rehearsalTarget, type Synthesis, synthesize } from '../synthesize';
import { CANNOT_PROVE, type DrillReport, PROVES } from './drill-report';
import { playScenario } from './play-scenario';
import type { ScenarioResult } from './scenario-result';
import { showAlert } from './show-alert';
import { type World, worldClients } from './world';

/** What a drill needs. */
export interface DrillRequest {
  readonly environment: string;
  readonly cdkContext: Readonly<Record<string, unknown>>;
  /** Where the emulator is kept, and the log of an endpoint that failed. */
  readonly cacheDirectory: string;
  /** Another emulator than our own. */
  readonly endpoint: string | undefined;
  readonly scenarios: readonly Scenario[];
  /** Told what is begun. */
  readonly tell: (step: string) => void;
  /** Given the first alert, as it looks. @default nobody looks */
  readonly show?: (alert: string) => void;
}

/**
 * Deploys the response of an environment to a local endpoint and rehearses on it. Whatever happens, nothing of it is left but
 * the log of an endpoint where something fell short.
 *
 * @throws NotRunError where something that it needs is missing
 */
export async function runDrill(request: DrillRequest): Promise<DrillReport> {
  return await withDeployedPath(request, async (world, deployed) => {
    const results: ScenarioResult[] = [];
    const show = showFirst(world, request);
    for (const scenario of request.scenarios) {
      request.tell(scenario.title);
      results.push(await playScenario(scenario, world, show));
    }
    return {
      schemaVersion: 1,
      environment: request.environment,
      verdict: results.every(({ verdict }) => verdict === 'held') ? 'held' : 'fell-short',
      endpoint: world.endpoint.url,
      stack: deployed.synthesis.response.name,
      resources: Object.keys(deployed.synthesis.response.template.Resources).length,
      standIns: deployed.standIns.map(({ stack, resources, outOf, madeUp }) => ({
        stack,
        resources: Object.keys(resources).length,
        outOf,
        madeUp: madeUp.map(({ output, type }) => `${output} (${type})`),
      })),
      scenarios: results,
      proves: PROVES,
      cannotProve: CANNOT_PROVE,
      durationMs: Date.now() - deployed.started,
    };
  });
}

/** What was deployed for a drill. */
export interface Deployed {
  readonly synthesis: Synthesis;
  readonly standIns: readonly StandIn[];
  /** In ms since 1970. */
  readonly started: number;
}

/** Deploys, hands the path to somebody, and clears everything away. */
export async function withDeployedPath<Result>(
  request: Omit<DrillRequest, 'scenarios' | 'show'>,
  use: (world: World, deployed: Deployed) => Promise<Result>,
): Promise<Result> {
  const { tell } = request;
  const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-drill-'));
  const clear = (): void => rmSync(directory, { recursive: true, force: true });
  const processes = new OwnProcesses(clear);
  try {
    const python =
      request.endpoint === undefined
        ? await installEmulator({ cacheDirectory: request.cacheDirectory, processes, tell })
        : undefined;
    const started = Date.now();
    const { account, region } = rehearsalTarget(request.environment);
    tell('starting the endpoint');
    const log = path.join(request.cacheDirectory, 'endpoint.log');
    const url =
      python === undefined
        ? await reached(request.endpoint ?? '')
        : (await startEmulator({ python, directory, log, account, region, processes })).url;
    const endpoint: Endpoint = { url, account, region };
    const target = { endpoint: url, account, region, home: directory, processes };
    tell('cdk bootstrap, and meanwhile the response is synthesized');
    const bootstrapped = settledLater(cdkBootstrap(target));
    const synthesis = synthesize({
      environment: request.environment,
      cdkContext: request.cdkContext,
      outdir: path.join(directory, 'cdk.out'),
    });
    const { response } = synthesis;
    const standIns = standInsFor(response, synthesis.others);
    const assembly = path.join(directory, 'stand-ins');
    writeStandIns(standIns, { outdir: assembly, account, region });
    await bootstrapped;
    tell(`cdk deploy ${standIns.map(({ stack }) => stack).join(' ')} (stand-ins)`);
    await cdkDeploy(assembly, ['--all'], target);
    await lockBuckets(standIns, endpoint);
    tell(`cdk deploy ${response.name}`);
    await cdkDeploy(synthesis.directory, [response.id], target);
    const deployed = await openPath(request.environment, endpoint);
    const topics = [...deployed.outputs].flatMap(([name, value]) => (/TopicArn$/.test(name) ? [value] : []));
    const inbox = await AlertInbox.subscribe(topics, endpoint);
    try {
      const world: World = {
        endpoint,
        path: deployed,
        inbox,
        queues: await pathQueues(response.name, endpoint),
        clockFunction: await pathFunction(response.name, 'DeadlinesClock', endpoint),
        ...worldClients(endpoint),
      };
      return await use(world, { synthesis, standIns, started });
    } finally {
      await inbox.close();
    }
  } finally {
    await processes.stopAll();
    clear();
  }
}

/** A promise that is awaited later: what it fails with is not lost, and not unheard either. */
function settledLater<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined);
  return work;
}

async function reached(url: string): Promise<string> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(5_000) });
    return url;
  } catch {
    throw new NotRunError(`Nobody answers at ${url}: start the emulator there, or leave --endpoint out.`);
  }
}

/** The first alert is shown as it looked when it came. */
function showFirst({ path: deployed }: World, { show }: DrillRequest): (incidentId: string) => Promise<void> {
  let shown = show === undefined;
  return async (incidentId) => {
    if (shown) return;
    shown = true;
    const incident = await deployed.store.get(incidentId);
    if (incident !== undefined) show?.(showAlert(incident, deployed));
  };
}
