import type { ContainmentKind } from '../../../../lambda/breach/domain/containment/containment-kinds';
import {
  applyContainment,
  type ContainDependencies,
  planContainment,
  undoContainment,
} from '../../../../lambda/breach/use-cases/contain-incident';
import { intake } from '../../../../lambda/breach/use-cases/intake';
import { linkIncidents } from '../../../../lambda/breach/use-cases/link-incidents';
import type { JsonObject } from '../../../../lambda/shared/audit-chain/json-value';
import { blockRemoved, trailStopped } from './memory/events';
import { createWorld, type World } from './memory/memory-ports';

const BY = 'tok-abcdefghijklmnopabcd';
const REQUEST = { kind: 'block-public-access', target: 'records', confirmed: false } as const;

interface Setup {
  readonly world: World;
  readonly id: string;
  readonly calls: string[];
  readonly dependencies: ContainDependencies;
  crash: 'apply' | 'undo' | undefined;
}

async function setup(enabled: readonly ContainmentKind[] = ['block-public-access']): Promise<Setup> {
  const world = createWorld();
  await intake(blockRemoved('records'), world.clock.now(), world);
  const [id = ''] = world.register.incidents.keys();
  const calls: string[] = [];
  const state: { blocked: boolean } = { blocked: false };
  const result: Setup = {
    world,
    id,
    calls,
    crash: undefined,
    dependencies: {
      ...world,
      actions: {
        enabled: new Set(enabled),
        observe: async () => {
          calls.push('observe');
          return {
            before: { blocked: state.blocked },
            changes: state.blocked ? [] : ['Public access is blocked.'],
          };
        },
        apply: async (_kind, target, before) => {
          expect([...world.archive.objects.values()].map(({ body }) => body)).toContain(
            JSON.stringify(before),
          );
          calls.push(`apply ${target} ${JSON.stringify(before)}`);
          state.blocked = true;
          if (result.crash === 'apply') throw new Error('crash');
        },
        undo: async (_kind, target, before: JsonObject) => {
          calls.push(`undo ${target} ${JSON.stringify(before)}`);
          state.blocked = before.blocked === true;
          if (result.crash === 'undo') throw new Error('crash');
        },
      },
    },
  };
  return result;
}

function recordIn({ world, id }: Setup) {
  return world.register.incidents.get(id)?.containment;
}

describe('containing', () => {
  it('changes nothing in a dry run, not even the register', async () => {
    const { world, id, dependencies, calls } = await setup();
    const before = world.register.incidents.get(id);
    expect(await planContainment(id, REQUEST, dependencies)).toEqual({
      outcome: 'planned',
      changes: ['Public access is blocked.'],
      refusals: [],
    });
    expect(calls).toEqual(['observe']);
    expect(world.register.incidents.get(id)).toBe(before);
    expect(world.archive.objects.size).toBe(0);
  });

  it('keeps the evidence before it acts, and never the name of the target', async () => {
    const made = await setup();
    expect(await applyContainment(made.id, REQUEST, BY, made.dependencies)).toMatchObject({
      outcome: 'done',
    });
    expect(made.calls).toEqual(['observe', 'apply records {"blocked":false}']);
    expect(recordIn(made)).toMatchObject([{ kind: 'block-public-access', state: 'applied' }]);
    const kept = JSON.stringify([[...made.world.register.entries], [...made.world.archive.objects]]);
    expect(kept).not.toContain('"records"');
  });

  it('acts once, however often it is asked', async () => {
    const made = await setup();
    await applyContainment(made.id, REQUEST, BY, made.dependencies);
    await applyContainment(made.id, REQUEST, BY, made.dependencies);
    expect(made.calls.filter((call) => call.startsWith('apply'))).toHaveLength(1);
  });

  it('goes on after a crash with what was there before the first try', async () => {
    const made = await setup();
    made.crash = 'apply';
    await expect(applyContainment(made.id, REQUEST, BY, made.dependencies)).rejects.toThrow('crash');
    expect(recordIn(made)).toMatchObject([{ state: 'started' }]);
    made.crash = undefined;
    await applyContainment(made.id, REQUEST, BY, made.dependencies);
    expect(made.calls.at(-1)).toBe('apply records {"blocked":false}');
    expect(recordIn(made)).toMatchObject([{ state: 'applied' }]);
  });

  it('is undone from the evidence, also when undoing crashed before', async () => {
    const made = await setup();
    await applyContainment(made.id, REQUEST, BY, made.dependencies);
    const action = recordIn(made)?.[0]?.id ?? '';
    made.crash = 'undo';
    const undo = () => undoContainment(made.id, action, 'records', BY, made.dependencies);
    await expect(undo()).rejects.toThrow('crash');
    expect(recordIn(made)).toMatchObject([{ state: 'undo-started' }]);
    made.crash = undefined;
    await undo();
    expect(recordIn(made)).toMatchObject([{ state: 'undone' }]);
    expect(made.calls.at(-1)).toBe('undo records {"blocked":false}');
    await undo();
    expect(made.calls.filter((call) => call.startsWith('undo'))).toHaveLength(2);
  });

  it.each([
    ['is not switched on', [] as const, REQUEST, 'is not switched on'],
    ['names another target', undefined, { ...REQUEST, target: 'other' }, 'confirm that it is meant'],
  ])('is refused where it %s', async (_, enabled, request, reason) => {
    const made = await setup(enabled);
    const outcome = await applyContainment(made.id, request, BY, made.dependencies);
    expect(JSON.stringify(outcome)).toContain(reason);
    expect(made.calls).toEqual([]);
    expect(recordIn(made)).toEqual([]);
  });

  it('takes another target that somebody means, and one that is written as an ARN', async () => {
    const made = await setup();
    const meant = { ...REQUEST, target: 'other', confirmed: true };
    expect(await applyContainment(made.id, meant, BY, made.dependencies)).toMatchObject({ outcome: 'done' });
    const written = { ...REQUEST, target: 'arn:aws:s3:::records' };
    expect(await planContainment(made.id, written, made.dependencies)).toMatchObject({ refusals: [] });
  });

  it('can be undone after its case was linked to another one', async () => {
    const { dependencies, world, id, calls } = await setup();
    await applyContainment(id, REQUEST, BY, dependencies);
    await intake(trailStopped(), world.clock.now(), world);
    const other = [...world.register.incidents.keys()].at(-1) ?? '';
    await linkIncidents(id, other, BY, world);
    const [action] = world.register.incidents.get(id)?.containment ?? [];
    await undoContainment(id, action?.id ?? '', REQUEST.target, BY, dependencies);
    expect(calls.filter((call) => call.startsWith('undo'))).toHaveLength(1);
    expect(world.register.incidents.get(id)).toMatchObject({
      state: 'linked',
      containment: [{ state: 'undone' }],
    });
  });

  it('undoes nothing on another target', async () => {
    const made = await setup();
    await applyContainment(made.id, REQUEST, BY, made.dependencies);
    const action = recordIn(made)?.[0]?.id ?? '';
    expect(await undoContainment(made.id, action, 'other', BY, made.dependencies)).toMatchObject({
      outcome: 'refused',
    });
  });
});
