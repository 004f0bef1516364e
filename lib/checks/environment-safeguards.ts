import { rulesOfStandard } from '../conformance/standard-scores';
import { SAFEGUARDS } from '../safeguards/catalogue';
import { safeguardStatuses } from '../safeguards/status';
import type { StatusInput } from '../safeguards/status-input';
import { ACKNOWLEDGEMENTS_METADATA } from './acknowledgement';
import type { AcknowledgementKind } from './acknowledgement-kinds';
import { deployedConfigRules } from './deployed-config-rules';
import { readExcludedConfigRules } from './excluded-config-rules';
import type { JudgedStack, PackRun } from './finding';
import { MINIMUM_RULES } from './minimums';
import { isJsonObject, type TemplateResource } from './template';
import type { SafeguardStatus } from './verdict';

/** What the safeguards of an environment are judged by. */
export interface SafeguardsInput
  extends Pick<StatusInput, 'openViolations' | 'acknowledged' | 'attestations' | 'asOf' | 'origin'> {
  readonly stacks: readonly JudgedStack[];
  readonly runs: readonly PackRun[];
  /** Resources that rules by class could not look at. */
  readonly unreadable: number;
  /** What leaves without an agreement and carries no PHI, a line each. */
  readonly recipientNotices: readonly string[];
}

const DECOY: AcknowledgementKind = 'decoy';

/** The paragraph under which a reader looks for who receives what. */
const RECIPIENTS = '164.308(b)(1)';

/**
 * How far each safeguard of the catalogue is met by what was judged, with its evidence.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function safeguardsOf(input: SafeguardsInput): readonly SafeguardStatus[] {
  const { stacks, runs, recipientNotices, ...judged } = input;
  const deployed = deployedConfigRules(stacks.map(({ template }) => template));
  const statuses = safeguardStatuses({
    ...judged,
    catalogue: SAFEGUARDS,
    evaluatedRules: fullyApplied(runs, resourceCount(stacks), input.unreadable),
    resources: stacks.flatMap(resourcesOf),
    deployedConfigRules: deployed,
    excludedConfigRules: readExcludedConfigRules(stacks.map(({ template }) => template)),
  });
  return statuses.map((status) => {
    // A paragraph of the proposal is no paragraph in force, whatever its number.
    if (status.profile !== 'current') return status;
    const notices = status.citation === RECIPIENTS ? recipientNotices : [];
    return {
      ...status,
      evidence: [
        ...status.evidence,
        ...scoreLines(status.citation, deployed),
        ...notices.map((notice) => `without an agreement: ${notice}`),
      ],
    };
  });
}

/** How many rules make the score of a standard, which is no score of a conformance pack. */
function scoreLines(citation: string, deployed: ReadonlySet<string>): readonly string[] {
  const rules = rulesOfStandard(citation);
  const there = rules.filter((rule) => deployed.has(rule)).length;
  return there === 0
    ? []
    : [`scored by ${there} of ${rules.length} AWS Config rules, those of its specifications counted in`];
}

/** Rules of a pack that passed a resource over count as not applied. */
function fullyApplied(runs: readonly PackRun[], resources: number, unreadable: number): ReadonlySet<string> {
  const complete = runs.filter(({ pack, rules, evaluations }) => {
    if (!Object.hasOwn(MINIMUM_RULES, pack)) return false;
    const applied = [...evaluations.values()].reduce((sum, count) => sum + count, 0);
    return applied > 0 && applied >= rules.size * (resources - unreadable);
  });
  return new Set(complete.flatMap(({ rules }) => [...rules]));
}

function resourceCount(stacks: readonly JudgedStack[]): number {
  return stacks.reduce((sum, { template }) => sum + Object.keys(template.Resources).length, 0);
}

function resourcesOf({ template, locate }: JudgedStack): StatusInput['resources'] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => !isDecoy(resource))
    .map(([logicalId, { Type }]) => ({
      type: Type,
      // Only what stands as evidence pays for looking its place up.
      get path() {
        return locate(logicalId).path;
      },
    }));
}

/** A decoy looks like what a safeguard needs, and is none of it. */
function isDecoy({ Metadata }: TemplateResource): boolean {
  const records = Metadata?.[ACKNOWLEDGEMENTS_METADATA];
  return Array.isArray(records) && records.some((record) => isJsonObject(record) && record.kind === DECOY);
}
