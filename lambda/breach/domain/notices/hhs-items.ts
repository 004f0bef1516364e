import { firstSent, sentBy } from '../deadlines/obligation';
import { WHAT_HAPPENED, WHAT_INFORMATION, WHAT_WE_ARE_DOING } from './content-items';
import { complete, fill, isWritten } from './filled';
import type { NoticeItem } from './notice-item';
import { dateInWords, plainSentence, plainText } from './plain-text';

const CITATION = '45 CFR 164.408';

const TYPE_IN_WORDS = {
  hacking: 'Hacking or another IT incident',
  'unauthorized-access': 'Unauthorized access or disclosure',
  theft: 'Theft',
  loss: 'Loss',
  'improper-disposal': 'Improper disposal',
  unknown: 'Unknown',
} as const;

/** What the form on the HHS web site asks, in its order. @see 45 CFR 164.408 */
export const HHS_ITEMS: readonly NoticeItem[] = [
  {
    id: 'individuals',
    citation: CITATION,
    asks: 'How many individuals are affected',
    heading: 'Individuals affected',
    write: ({ headcount }) => [
      fill(
        headcount.total,
        'the number of individuals, an estimate if need be',
        (total) => `Individuals: ${total}.`,
      ),
    ],
  },
  {
    id: 'type-of-breach',
    citation: CITATION,
    asks: 'The type of breach',
    heading: 'Type of breach',
    write: ({ details }) => [
      fill(details.breachType, 'the type of breach', (type) => `${TYPE_IN_WORDS[type]}.`),
    ],
  },
  {
    id: 'location',
    citation: CITATION,
    asks: 'Where the information was: server, e-mail, laptop, paper or other',
    heading: 'Where the information was',
    write: ({ details }) => [fill(details.location, 'where the information was', plainSentence)],
  },
  { ...WHAT_HAPPENED, citation: `${CITATION}; ${WHAT_HAPPENED.citation}` },
  { ...WHAT_INFORMATION, citation: `${CITATION}; ${WHAT_INFORMATION.citation}` },
  {
    id: 'safeguards-before',
    citation: CITATION,
    asks: 'Safeguards in place before the breach',
    heading: 'Safeguards before the breach',
    write: ({ details }) => [
      fill(details.safeguardsBefore, 'the safeguards in place before the breach', plainSentence),
    ],
  },
  { ...WHAT_WE_ARE_DOING, citation: `${CITATION}; ${WHAT_WE_ARE_DOING.citation}` },
  {
    id: 'notices',
    citation: CITATION,
    asks: 'When individuals were told, and whether the media were',
    heading: 'Notices given',
    write: ({ facts }) => [
      fill(
        firstSent(['individual-notice'], sentBy(facts)),
        'the date of the notice to individuals',
        (on) => `We told the individuals on ${dateInWords(on)}.`,
      ),
      complete(
        sentBy(facts).some(({ id }) => id.startsWith('media-notice'))
          ? 'We told the media.'
          : 'We have not told the media.',
      ),
    ],
  },
  {
    id: 'contact',
    citation: CITATION,
    asks: 'How HHS reaches the entity',
    heading: 'Contact',
    write: ({ details: { contact } }) => [
      fill(
        [contact?.email, contact?.tollFree, contact?.postal].find(isWritten),
        'an e-mail address, a telephone number or a postal address',
        (way) => `Reach us: ${plainText(way)}.`,
      ),
    ],
  },
];
