import { groupBy } from '../report/group-by';
import { compareCitations } from '../safeguards/citation';
import { CONFIG_RULES } from '../safeguards/config-rules';
import { ADDED_CONFIG_RULES } from '../safeguards/config-rules/added-rules';
import { OWN_CONFIG_RULES } from '../safeguards/config-rules/own-rules';
import { standardOf } from './standard-of';

/** What AWS Config says of a rule; a rule without a resource to judge has no data. */
export type RuleCompliance = 'COMPLIANT' | 'NON_COMPLIANT' | 'NOT_APPLICABLE' | 'INSUFFICIENT_DATA';

/** How a standard stands by the rules that cite it, its own and those of other packs. */
export interface StandardScore {
  readonly standard: string;
  readonly title: string;
  /** Rules that cite the standard or one of its specifications. */
  readonly rules: number;
  readonly compliant: number;
  readonly nonCompliant: number;
  /** Rules that nothing is known of: not deployed, or not evaluated. They never count as compliant. */
  readonly unknown: number;
  /** Compliant among those that were judged, in whole per cent rounded down; null when none was. */
  readonly percent: number | null;
}

/** A rule cites the standards and specifications of Subpart C; a few cite paragraphs that no standard has. */
const BY_STANDARD = groupBy(
  [...CONFIG_RULES, ...ADDED_CONFIG_RULES, ...OWN_CONFIG_RULES].flatMap(({ name, citations }) =>
    [...new Set(citations.map((citation) => standardOf(citation).citation))].map((standard) => ({
      standard,
      name,
    })),
  ),
  ({ standard }) => standard,
);

/** The rules that cite a standard or one of its specifications, by name; none where it is no standard. */
export function rulesOfStandard(standard: string): readonly string[] {
  return (BY_STANDARD.get(standard) ?? []).map(({ name }) => name);
}

/**
 * The score of every standard that a rule cites. A rule belongs to one pack and cites several standards, so AWS's score of a pack is not
 * the score of its standard; this one counts each rule under each standard that it cites.
 *
 * @param compliance by the rule's name, without what a conformance pack adds to it
 * @see 45 CFR 164.308(a)(8)
 */
export function standardScores(compliance: ReadonlyMap<string, RuleCompliance>): readonly StandardScore[] {
  return [...BY_STANDARD]
    .sort(([a], [b]) => compareCitations(a, b))
    .map(([standard, members]) => {
      const found = members.map(({ name }) => compliance.get(name));
      const compliant = found.filter((state) => state === 'COMPLIANT').length;
      const nonCompliant = found.filter((state) => state === 'NON_COMPLIANT').length;
      const judged = compliant + nonCompliant;
      return {
        standard,
        title: standardOf(standard).title,
        rules: members.length,
        compliant,
        nonCompliant,
        unknown: members.length - judged,
        percent: judged === 0 ? null : Math.floor((compliant * 100) / judged),
      };
    });
}
