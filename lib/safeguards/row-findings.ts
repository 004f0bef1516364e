import { ruleWithoutFinding } from '../checks/rule-packs';
import { type AttestationState, attestationState } from './attestations/attestation-state';
import type { AttestationKind } from './attestations/kinds';
import { touches } from './citation';
import type { Need, Safeguard } from './safeguard';
import type { JudgedResource, StatusInput } from './status-input';

/** What the templates show of something that is needed. */
interface NeedFindings {
  readonly need: Need;
  readonly resources: readonly JudgedResource[];
  /** 'watched' is what no template shows, and whose absence a deployed rule of AWS Config tells. */
  readonly presence: 'shown' | 'watched' | 'missing';
}

/** What the judged templates and the filed statements say about one safeguard. */
export interface RowFindings {
  /** Open violations of its rules, or that cite its paragraph. */
  readonly open: StatusInput['openViolations'];
  /** Exceptions to its rules, or that cite its paragraph. */
  readonly exceptions: StatusInput['acknowledged'];
  /** What it needs, with what is there of it. */
  readonly needs: readonly NeedFindings[];
  /** Its rules that were not applied. */
  readonly unapplied: readonly string[];
  readonly attestations: readonly { readonly kind: AttestationKind; readonly state: AttestationState }[];
  /** Whether tests show what the software owes; 'none' where it owes nothing, 'elsewhere' where it does not speak for what was judged. */
  readonly software: 'none' | 'shown' | 'not-built' | 'elsewhere';
  /** Its AWS Config rules that are deployed. */
  readonly deployed: readonly string[];
  /** Its AWS Config rules that the environment goes without, with the reason. */
  readonly excluded: readonly { readonly rule: string; readonly reason: string }[];
}

/** Gathers everything that bears on one safeguard. A paragraph of the proposal is no paragraph in force, whatever its number. */
export function findingsFor(row: Safeguard, input: StatusInput): RowFindings {
  const concerns = ({ rule, citations }: { readonly rule: string; readonly citations: readonly string[] }) =>
    row.rules.includes(ruleWithoutFinding(rule)) ||
    (row.profile === 'current' && citations.some((citation) => touches(citation, row.citation)));
  return {
    open: input.openViolations.filter(concerns),
    exceptions: input.acknowledged.filter(concerns),
    needs: (row.needs ?? []).map((need) => needFindings(need, input)),
    unapplied: row.rules.filter((rule) => !input.evaluatedRules.has(rule)),
    attestations: (row.attestations ?? []).map((kind) => ({
      kind,
      state: attestationState(input.attestations, kind, input.asOf),
    })),
    software: softwareOf(row, input),
    deployed: row.configRules.filter((rule) => input.deployedConfigRules?.has(rule) === true),
    excluded: row.configRules.flatMap((rule) => {
      const reason = input.excludedConfigRules?.get(rule);
      return reason === undefined || input.deployedConfigRules?.has(rule) === true ? [] : [{ rule, reason }];
    }),
  };
}

function needFindings(need: Need, { resources, deployedConfigRules }: StatusInput): NeedFindings {
  const found = resources.filter(({ type }) => need.anyOf.includes(type));
  if (found.length > 0) return { need, resources: found, presence: 'shown' };
  const isWatched = need.watchedBy !== undefined && deployedConfigRules?.has(need.watchedBy) === true;
  return { need, resources: [], presence: isWatched ? 'watched' : 'missing' };
}

function softwareOf({ software }: Safeguard, { origin }: StatusInput): RowFindings['software'] {
  if (software === undefined) return 'none';
  if (origin === 'elsewhere') return 'elsewhere';
  return software.tests.length > 0 ? 'shown' : 'not-built';
}
