import { computeDeadlines } from '../deadlines/compute-deadlines';
import type { IncidentFacts } from '../deadlines/facts-schema';
import { headcountOf } from '../deadlines/headcount';
import { CHECKLISTS } from './checklists';
import { draftingNotes } from './drafting-notes';
import { type Filled, fill } from './filled';
import type { NoticeDetails } from './notice-details';
import type { NoticeContext, NoticeItem, NoticeKind } from './notice-item';
import { plainText } from './plain-text';

/** A draft of a notice, and what somebody has to complete before it can be sent. */
export interface RenderedNotice {
  readonly markdown: string;
  readonly missing: readonly string[];
}

const OPENINGS: Readonly<Record<NoticeKind, string>> = {
  individual: 'We are writing to you because some of your health information was involved in an incident.',
  media: 'We are telling the public about an incident that involved health information.',
  hhs: 'This is our report of a breach of health information.',
  'covered-entity': 'We are telling you about a breach of health information that we hold for you.',
};

const TITLES: Readonly<Record<NoticeKind, string>> = {
  individual: 'Notice of a breach of your health information',
  media: 'Notice of a breach of health information, for the media',
  hhs: 'Report of a breach to HHS',
  'covered-entity': 'Notice of a breach to the covered entity',
};

/**
 * A notice in plain language from what is known, with a mark where something is missing. It names no person.
 * @see 45 CFR 164.404(c)(2)
 */
export function renderNotice(kind: NoticeKind, facts: IncidentFacts, details: NoticeDetails): RenderedNotice {
  const deadlines = computeDeadlines(facts);
  const context: NoticeContext = {
    kind,
    facts,
    details,
    discoveredOn: deadlines.dayZero,
    headcount: headcountOf(facts),
  };
  const sender = fill(
    details.organization,
    'the name of the organization',
    (name) => `From: ${plainText(name)}`,
  );
  const sections = CHECKLISTS[kind].map((item) => ({ item, paragraphs: item.write(context) }));
  return {
    markdown: `${[
      draftingNotes(kind, deadlines),
      `# ${TITLES[kind]}`,
      sender.paragraph,
      OPENINGS[kind],
      ...sections.map(({ item, paragraphs }) => writeSection(item, paragraphs)),
    ].join('\n\n')}\n`,
    missing: [
      ...new Set(
        [sender, ...sections.flatMap(({ paragraphs }) => paragraphs)].flatMap(({ missing }) => missing),
      ),
    ],
  };
}

function writeSection({ heading }: NoticeItem, paragraphs: readonly Filled[]): string {
  return [`## ${heading}`, ...paragraphs.map(({ paragraph }) => paragraph)].join('\n\n');
}
