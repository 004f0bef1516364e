import type { Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';

const WORD = "[A-Z](?:[a-z'-]{1,20}(?:[A-Z][a-z]{1,15})?|\\.)";
const SURNAME =
  "(?:[A-Z]'[A-Z][a-z]{1,20}|(?:Mc|Mac|De|La|Van|Von|Di|O')?[A-Z][a-z']{1,24}(?:-[A-Z][a-z']{1,20})?)";
const PARTICLE = '(?:(?:van|von|der|den|de|la|del|da|di|bin|al|el) ){0,2}';

/**
 * Names that a title or a label gives away. Other names cannot be found by rules: a vocabulary or a Presidio server finds
 * them, or they stay.
 * @see 45 CFR 164.514(b)(2)(i)(A)
 */
export const NAME_RECOGNIZERS: readonly Recognizer[] = [
  shapeRecognizer({
    id: 'name-title',
    type: 'NAME',
    description: 'a title and one to three capitalized words or initials',
    by: ['context'],
    anchors: [
      { on: 'word', words: ['mr', 'mrs', 'ms', 'mx', 'dr', 'prof', 'miss', 'sr', 'sra', 'rev', 'sgt'] },
    ],
    pattern: `(?:Mr|Mrs|Ms|Mx|Dr|Prof|Miss|Sra?|Rev|Sgt)\\.? {1,2}(?:[A-Z]\\.? )?${PARTICLE}${SURNAME}(?: (?:[A-Z]\\. ?)?${PARTICLE}${WORD}){0,2}`,
    confidence: 2,
    caseSensitive: true,
  }),
  shapeRecognizer({
    id: 'name-label',
    type: 'NAME',
    description: 'a label such as "Patient name:" and capitalized words',
    by: ['context'],
    anchors: [
      {
        on: 'word',
        words: [
          'name',
          'names',
          'patient',
          'pt',
          'surname',
          'nok',
          'mother',
          'father',
          'spouse',
          'guardian',
          'provider',
        ],
      },
      {
        on: 'word',
        words: ['physician', 'attending', 'nurse', 'contact', 'signed', 'firstname', 'lastname', 'guarantor'],
      },
    ],
    pattern: `(?:[A-Za-z]{2,10}(?:'s)?[ _]?(?:[Nn]ame|full name|legal name|by)?|NAME|PATIENT(?: NAME)?) ?[:=] ?["']?((?:[A-Z]\\. ?)?${SURNAME}(?:,? (?:[A-Z]\\.? )?${PARTICLE}${WORD}){0,3})`,
    confidence: 2,
    caseSensitive: true,
    coversGroup: true,
  }),
];
