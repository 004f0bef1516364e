import { type Evaluation, notApplicable, type ResourceKey } from '../domain/compliance';
import type { ConfigurationItem } from '../domain/configuration-item';
import type { Invocation } from '../domain/invocation';
import { judgeLogGroup } from '../domain/log-group';
import type { ParameterGroups } from '../ports/parameter-groups';
import type { EvidencePorts } from './evidence-ports';
import { judgeItem, RECORDED_TYPES } from './judge-item';

/** What Config calls the account itself. */
const ACCOUNT = 'AWS::::Account';
const LOG_GROUP = 'AWS::Logs::LogGroup';

/**
 * Answers a question of AWS Config: one resource after a change, all of them on a schedule. The same question has the same
 * answer while nothing changes. Whatever cannot be read fails the whole answer, so that nothing is called compliant
 * unseen.
 *
 * @returns what was answered, for the log
 * @see 45 CFR 164.308(a)(8)
 */
export async function evaluate(invocation: Invocation, ports: EvidencePorts): Promise<readonly Evaluation[]> {
  const { trigger, resultToken } = invocation;
  const evaluations =
    trigger.kind === 'schedule'
      ? await evaluateAll(invocation, trigger.at, ports)
      : [await evaluateChange(invocation, trigger, ports)];
  await ports.results.put(evaluations, resultToken);
  return evaluations;
}

async function evaluateChange(
  { parameters, hasLeftScope }: Invocation,
  trigger: Exclude<Invocation['trigger'], { readonly kind: 'schedule' }>,
  { recorded, parameterGroups }: EvidencePorts,
): Promise<Evaluation> {
  const [resource, at] =
    trigger.kind === 'change'
      ? [trigger.item.resource, trigger.item.capturedAt]
      : [trigger.resource, trigger.at];
  if (hasLeftScope)
    return { resource, at, ...notApplicable('The resource has left what the rule is about.') };
  if (trigger.kind === 'change') {
    return { resource, at, ...(await judgeItem(trigger.item, parameters, parameterGroups)) };
  }
  if (trigger.isGone)
    return { resource, at, ...notApplicable('The resource is gone, or no longer recorded.') };
  const item = await recorded.at(resource, at);
  if (item === undefined) throw new Error("'item' must be in the history of the resource, got: none");
  return { resource, at, ...(await judgeItem(item, parameters, parameterGroups)) };
}

async function evaluateAll(
  invocation: Invocation,
  at: Date,
  ports: EvidencePorts,
): Promise<readonly Evaluation[]> {
  const current = await judgeAll(invocation, at, ports);
  const known = new Set(current.map(({ resource }) => keyOf(resource)));
  const before = await ports.results.judged(invocation.ruleName);
  const gone = before
    .filter((resource) => !known.has(keyOf(resource)))
    .map((resource) => ({ resource, at, ...notApplicable('The resource is gone, or no longer recorded.') }));
  const all = [...current, ...gone];
  if (all.length > 0) return all;
  const account = { type: ACCOUNT, id: invocation.accountId };
  return [{ resource: account, at, ...notApplicable('There is nothing that the rule is about.') }];
}

async function judgeAll(
  { parameters }: Invocation,
  at: Date,
  { recorded, parameterGroups, logGroups }: EvidencePorts,
): Promise<readonly Evaluation[]> {
  if (parameters.check === 'log-group-masked') {
    const groups = await logGroups.all();
    return groups.map((group) => ({
      resource: { type: LOG_GROUP, id: group.name },
      at,
      ...judgeLogGroup(group),
    }));
  }
  const items =
    parameters.check === 'archive-locked'
      ? await archiveItems(parameters.bucket, at, recorded)
      : await recorded.all(RECORDED_TYPES[parameters.check]);
  const groups = readOnce(parameterGroups);
  const evaluations: Evaluation[] = [];
  // One after the other: RDS slows down who asks for everything at once.
  for (const item of items) {
    evaluations.push({ resource: item.resource, at, ...(await judgeItem(item, parameters, groups)) });
  }
  return evaluations;
}

/** Databases often share a parameter group. */
function readOnce({ valuesOf }: ParameterGroups): ParameterGroups {
  const known = new Map<string, ReturnType<typeof valuesOf>>();
  return {
    valuesOf: (group) => {
      const values = known.get(group) ?? valuesOf(group);
      known.set(group, values);
      return values;
    },
  };
}

/** The one bucket that matters; where nothing was recorded of it, it has no lock that anybody could show. */
async function archiveItems(
  bucket: string,
  at: Date,
  recorded: EvidencePorts['recorded'],
): Promise<readonly ConfigurationItem[]> {
  const resource = { type: RECORDED_TYPES['archive-locked'], id: bucket };
  const unrecorded = { resource, isGone: false, capturedAt: at, configuration: {}, supplementary: {} };
  return [(await recorded.at(resource, at)) ?? unrecorded];
}

function keyOf({ type, id }: ResourceKey): string {
  return `${type} ${id}`;
}
