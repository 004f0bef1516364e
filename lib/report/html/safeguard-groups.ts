import type { SafeguardStatus, Verdict } from '../../checks/verdict';
import { SAFEGUARDS } from '../../safeguards/catalogue';
import type { SafeguardKind } from '../../safeguards/safeguard';
import { groupBy } from '../group-by';
import { type Section, sectionOf } from '../sections';

/** How far an environment meets a safeguard. */
export interface SafeguardEntry {
  readonly environment: string | null;
  /** Where the environment stands in the verdict, from 0: names are written by others and make no attribute. */
  readonly index: number;
  readonly status: SafeguardStatus['status'];
  readonly evidence: readonly string[];
}

/** One safeguard in all environments. */
export interface SafeguardGroup {
  readonly citation: string;
  readonly title: string;
  readonly basis: SafeguardStatus['basis'];
  readonly profile: SafeguardStatus['profile'];
  /** What kind of paragraph it is; null when the catalogue has no such row. */
  readonly kind: SafeguardKind | null;
  /** What the paragraph asks; empty when the catalogue has no such row. */
  readonly asks: string;
  readonly entries: readonly SafeguardEntry[];
}

/** The safeguards of one section of the rule book. */
export interface SafeguardSection {
  readonly section: Section;
  readonly safeguards: readonly SafeguardGroup[];
}

/** The safeguards of a profile by section, each with its environments side by side, in the order of the verdict. */
export function safeguardSections(
  { environments }: Verdict,
  profile: SafeguardStatus['profile'],
): readonly SafeguardSection[] {
  const rows = environments.flatMap(({ environment, safeguards }, index) =>
    safeguards
      .filter((safeguard) => safeguard.profile === profile)
      .map((safeguard) => ({ safeguard, entry: { environment, index, ...pick(safeguard) } })),
  );
  const groups = [...groupBy(rows, ({ safeguard }) => safeguard.citation).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          describe(
            first.safeguard,
            group.map(({ entry }) => entry),
          ),
        ];
  });
  return [...groupBy(groups, ({ citation }) => sectionOf(citation).number)].map(([number, safeguards]) => ({
    section: sectionOf(number),
    safeguards,
  }));
}

function pick({ status, evidence }: SafeguardStatus): Pick<SafeguardEntry, 'status' | 'evidence'> {
  return { status, evidence };
}

function describe(
  { citation, title, basis, profile }: SafeguardStatus,
  entries: readonly SafeguardEntry[],
): SafeguardGroup {
  const row = SAFEGUARDS.find((known) => known.profile === profile && known.citation === citation);
  return { citation, title, basis, profile, kind: row?.kind ?? null, asks: row?.asks ?? '', entries };
}

/** The id of a safeguard's row in the page. */
export function anchorOf(profile: SafeguardStatus['profile'], citation: string): string {
  return `${profile}-${citation.replaceAll(/[^\w.]+/g, '-').replace(/-$/, '')}`;
}
