import { SUBSTITUTE_IN_PUBLIC } from '../deadlines/federal-rules';
import { bullets, complete, type Filled, fill, isWritten } from './filled';
import type { NoticeContext, NoticeItem } from './notice-item';
import { phiInWords } from './phi-words';
import { dateInWords, plainSentence, plainText } from './plain-text';
import { protectiveSteps } from './protective-steps';

/** @see 45 CFR 164.404(c)(1)(A) */
export const WHAT_HAPPENED: NoticeItem = {
  id: 'what-happened',
  citation: '45 CFR 164.404(c)(1)(A)',
  asks: 'What happened, in brief, with the date of the breach and the date of its discovery, if known',
  heading: 'What happened',
  write: (context) => [
    fill(context.details.summary, 'what happened, in a few short sentences', plainSentence),
    writeDate(context),
    complete(`We found out on ${dateInWords(context.discoveredOn)}.`),
  ],
};

/** @see 45 CFR 164.404(c)(1)(B) */
export const WHAT_INFORMATION: NoticeItem = {
  id: 'types-of-information',
  citation: '45 CFR 164.404(c)(1)(B)',
  asks: 'The types of unsecured protected health information that were involved',
  heading: 'What information was involved',
  write: ({ facts }) => [
    fill(
      phiInWords(facts.phiTypes),
      'the types of information',
      (types) => `The information included:\n\n${bullets(types)}`,
    ),
  ],
};

/** @see 45 CFR 164.404(c)(1)(C) */
export const WHAT_YOU_CAN_DO: NoticeItem = {
  id: 'protective-steps',
  citation: '45 CFR 164.404(c)(1)(C)',
  asks: 'Steps that individuals should take to protect themselves',
  heading: 'What you can do',
  write: ({ facts, details }) => [
    fill(
      [...details.protectiveSteps.map(plainSentence), ...protectiveSteps(facts.phiTypes)],
      'steps that people can take to protect themselves',
      bullets,
    ),
  ],
};

/** @see 45 CFR 164.404(c)(1)(D) */
export const WHAT_WE_ARE_DOING: NoticeItem = {
  id: 'our-response',
  citation: '45 CFR 164.404(c)(1)(D)',
  asks: 'What is being done to investigate, to reduce harm and to prevent another breach',
  heading: 'What we are doing',
  write: ({ details }) => [
    fill(details.investigation, 'what we are doing to find out what happened', plainSentence),
    fill(details.mitigation, 'what we are doing to reduce harm to people', plainSentence),
    fill(details.prevention, 'what we are doing so that it does not happen again', plainSentence),
  ],
};

/** @see 45 CFR 164.404(c)(1)(E) */
const HOW_TO_REACH_US: NoticeItem = {
  id: 'contact',
  citation: '45 CFR 164.404(c)(1)(E)',
  asks: 'How to ask questions: a toll-free number, an e-mail address, a web site or a postal address',
  heading: 'How to reach us',
  write: (context) => [
    fill(
      contactLines(context),
      'a toll-free number, an e-mail address, a web site or a postal address',
      (lines) => `You can ask us questions:\n\n${bullets(lines)}`,
    ),
    ...tollFreeForSubstitute(context),
  ],
};

/** What every notice to people says. @see 45 CFR 164.404(c) */
export const CONTENT_ITEMS: readonly NoticeItem[] = [
  WHAT_HAPPENED,
  WHAT_INFORMATION,
  WHAT_YOU_CAN_DO,
  WHAT_WE_ARE_DOING,
  HOW_TO_REACH_US,
];

function writeDate({ facts, details }: NoticeContext): Filled {
  return fill(facts.occurredOn, 'the date of the breach, if it is known', (from) =>
    details.occurredUntil === null || details.occurredUntil <= from
      ? `It happened on ${dateInWords(from)}.`
      : `It happened between ${dateInWords(from)} and ${dateInWords(details.occurredUntil)}.`,
  );
}

function contactLines({ details: { contact } }: NoticeContext): readonly string[] {
  const ways: readonly (readonly [string, string | null | undefined])[] = [
    ['Toll-free', contact?.tollFree],
    ['E-mail', contact?.email],
    ['Web site', contact?.website],
    ['Mail', contact?.postal],
  ];
  return ways.flatMap(([way, value]) => (isWritten(value) ? [`${way}: ${plainText(value)}`] : []));
}

/** Public substitute notice needs the number; one letter text serves both. @see 45 CFR 164.404(d)(2)(ii)(B) */
function tollFreeForSubstitute({ kind, facts, details }: NoticeContext): readonly Filled[] {
  return kind === 'individual' && facts.unreachable >= SUBSTITUTE_IN_PUBLIC
    ? [
        fill(
          details.contact?.tollFree,
          'a toll-free number that stays active for at least 90 days',
          () => 'The toll-free number stays open for at least 90 days.',
        ),
      ]
    : [];
}
