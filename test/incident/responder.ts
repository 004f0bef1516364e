import { Readable } from 'node:stream';
import type { ContainmentKind } from '../../lambda/breach/domain/containment/containment-kinds';
import type { PathMessage } from '../../lambda/breach/domain/register/path-message';
import type { ContainmentActions } from '../../lambda/breach/ports/containment-actions';
import {
  applyContainment,
  planContainment,
  undoContainment,
} from '../../lambda/breach/use-cases/contain-incident';
import { intake } from '../../lambda/breach/use-cases/intake';
import { openIncident } from '../../lambda/breach/use-cases/open-incident';
import type { Surroundings } from '../../lib/commands/command';
import { createIncidentCommand } from '../../lib/commands/incident';
import { main } from '../../lib/commands/main';
import type { DeskTarget } from '../../lib/incident/desk';
import { layoutFor } from '../../lib/report/paragraph';
import { trailStopped } from '../lambda/breach/use-cases/memory/events';
import { createWorld, type World } from '../lambda/breach/use-cases/memory/memory-ports';

/** Whoever works at the desk of a test. */
const BY = 'arn:aws:sts::111122223333:assumed-role/tok-abcdefghijklmnopabcd';

/** A desk in memory, and what went through it. */
export class Responder {
  public readonly world: World;
  public readonly actions = new MemoryActions();
  public readonly pathMessages: PathMessage[] = [];
  public readonly targets: DeskTarget[] = [];
  public folder = __dirname;
  /** Columns of the terminal; null for a pipe. */
  public columns: number | null = null;
  public color = false;

  constructor(start = '2026-03-04T15:00:00.000Z') {
    this.world = createWorld(start);
  }

  /** Runs `hipaa incident` with these arguments; `answers` are typed at a terminal, none of them is a pipe. */
  public async run(args: readonly string[], answers?: readonly string[], piped = '') {
    let stdout = '';
    let stderr = '';
    const input = answers === undefined ? [piped] : answers.map((answer) => `${answer}\n`);
    const surroundings: Surroundings = {
      account: undefined,
      region: undefined,
      today: '2026-11-21',
      projectRoot: this.folder,
      cdkContext: {},
      version: '1.2.3',
      layout: layoutFor(this.columns, this.color),
      stdin: Object.assign(Readable.from(input), { isTTY: answers !== undefined }),
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
    };
    const command = createIncidentCommand(async (target) => {
      this.targets.push(target);
      const dependencies = { ...this.world, actions: this.actions, clock: target.clock ?? this.world.clock };
      return {
        ...dependencies,
        containment: {
          plan: (id, request) => planContainment(id, request, dependencies),
          apply: (id, request) => applyContainment(id, request, BY, dependencies),
          undo: (id, actionId, to) => undoContainment(id, actionId, to, BY, dependencies),
        },
        by: BY,
        sendPathMessage: async (message: PathMessage) => {
          this.pathMessages.push(message);
        },
      };
    });
    const [subcommand = '', ...rest] = args;
    const all = rest.includes('--help') ? args : [subcommand, ...rest, '-e', 'production'];
    const exitCode = await main(['incident', ...all], [command], surroundings);
    return { exitCode, stdout, stderr };
  }

  /** The JSON document that a run wrote. */
  public async json(args: readonly string[], answers?: readonly string[], piped?: string) {
    const run = await this.run([...args, '--format', 'json'], answers, piped);
    return { ...run, document: JSON.parse(run.stdout) };
  }

  /** A case that a signal opened; its id. */
  public async signalled(event = trailStopped()): Promise<string> {
    await intake(event, this.world.clock.now(), this.world);
    return [...this.world.register.incidents.keys()].at(-1) ?? '';
  }

  /** A case that a person reported; its id. */
  public async reported(facts: object = {}): Promise<string> {
    const report = {
      type: 'lost-device',
      facts: { discoveredOn: '2026-03-02', ...facts },
      source: null,
    } as const;
    const opened = await openIncident(report, BY, this.world);
    return opened.outcome === 'done' ? opened.incident.id : JSON.stringify(opened);
  }

  /** The case as the register has it. */
  public stored(id: string) {
    return this.world.register.incidents.get(id);
  }

  /** The bodies of its timeline. */
  public entries(id: string): readonly Record<string, unknown>[] {
    return (this.world.register.entries.get(id) ?? []).map(({ line }) => JSON.parse(line).body);
  }
}

/** Actions that are remembered instead of taken. */
class MemoryActions implements ContainmentActions {
  public enabled: ReadonlySet<ContainmentKind> = new Set(['block-public-access']);
  public readonly calls: string[] = [];
  private blocked = false;

  public readonly observe: ContainmentActions['observe'] = async (_kind, target) => {
    if (target === 'no such shape') throw new RangeError("'target' must be a bucket, got: something else");
    this.calls.push('observe');
    return { before: { blocked: this.blocked }, changes: this.blocked ? [] : ['Public access is blocked.'] };
  };

  public readonly apply: ContainmentActions['apply'] = async (_kind, target) => {
    this.calls.push(`apply ${target}`);
    this.blocked = true;
  };

  public readonly undo: ContainmentActions['undo'] = async (_kind, target) => {
    this.calls.push(`undo ${target}`);
    this.blocked = false;
  };
}
