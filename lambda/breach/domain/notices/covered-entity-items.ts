import { WHAT_HAPPENED, WHAT_INFORMATION, WHAT_WE_ARE_DOING, WHAT_YOU_CAN_DO } from './content-items';
import { complete, fill } from './filled';
import type { NoticeItem } from './notice-item';
import { plainText } from './plain-text';

/** What a business associate tells the covered entity. @see 45 CFR 164.410(c) */
export const COVERED_ENTITY_ITEMS: readonly NoticeItem[] = [
  {
    id: 'individuals',
    citation: '45 CFR 164.410(c)(1)',
    asks: 'Each individual who is or may be affected, to the extent possible',
    heading: 'Who is affected',
    write: ({ headcount, details }) => [
      fill(
        headcount.total,
        'the number of individuals, an estimate if need be',
        (total) => `Individuals: ${total}.`,
      ),
      fill(
        details.individualsList,
        'where the covered entity finds the list of individuals, over a secure channel',
        (where) => `You find the list of individuals here: ${plainText(where)}.`,
      ),
      complete('The list itself does not belong in this letter.'),
    ],
  },
  { ...WHAT_HAPPENED, citation: `45 CFR 164.410(c)(2); ${WHAT_HAPPENED.citation}` },
  { ...WHAT_INFORMATION, citation: `45 CFR 164.410(c)(2); ${WHAT_INFORMATION.citation}` },
  {
    ...WHAT_YOU_CAN_DO,
    citation: `45 CFR 164.410(c)(2); ${WHAT_YOU_CAN_DO.citation}`,
    heading: 'What individuals can do',
  },
  { ...WHAT_WE_ARE_DOING, citation: `45 CFR 164.410(c)(2); ${WHAT_WE_ARE_DOING.citation}` },
  {
    id: 'more-later',
    citation: '45 CFR 164.410(c)(2)',
    asks: 'Other available information, now or promptly as it becomes known',
    heading: 'What comes next',
    write: () => [complete('We send you more as soon as we know it.')],
  },
];
