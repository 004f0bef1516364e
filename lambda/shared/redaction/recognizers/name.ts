import type { Place, Recognizer } from '../recognizer';
import { shapeRecognizer } from '../shape-recognizer';
import type { Finding } from '../span';

const FIRST = "[A-Z][a-z'-]{1,20}";
const WORD = "[A-Z](?:[a-z'-]{1,20}(?:[A-Z][a-z]{1,15})?|\\.)";
const SURNAME =
  "(?:[A-Z]'[A-Z][a-z]{1,20}|(?:Mc|Mac|De|La|Van|Von|Di|O')?[A-Z][a-z']{1,24})(?:-[A-Z][a-z']{1,20})?";
const PARTICLE = '(?:(?:van|von|der|den|de|la|del|da|di|bin|al|el) ){0,2}';
const CAPITALS = "[A-Z][A-Z'-]{1,20}(?:,? [A-Z][A-Z'-]{0,20}){0,3}(?![a-z])";

/** A capitalized word and an initial, at the end of what stands before its full stop. */
const INITIALLED = /(?<![A-Za-z.'-])([A-Z][a-z'-]{1,20}) [A-Z]$/;

/** What goes on behind an initial in the middle of a sentence. */
const GOES_ON = /^(?:[,;)?:]|'s| (?:[a-z(]|\d{1,3}[- ]?y))/;

/** Words that a letter follows because it is a class and not an initial. */
const CLASSES =
  /^(?:Vitamin|Hepatitis|Influenza|Type|Group|Stage|Grade|Class|Factor|Protein|Plan|Schedule|Part|Table|Figure|Appendix|Category|Phase|Level|Ward|Room|Unit|Section|Model|Option|Arm|Cohort|Study|Strep|Zone|Step|Block|Panel|Box|Child-Pugh|Pugh)$/;

/**
 * Names that a title, a label or an initial gives away. Other names cannot be found by rules: a vocabulary or a Presidio
 * server finds them, or they stay.
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
    pattern: `(?:Mr|Mrs|Ms|Mx|Dr|Prof|Miss|Sra?|Rev|Sgt)\\.? {1,2}(?:[A-Z]\\.? )?${PARTICLE}${SURNAME}(?: (?:[A-Z]\\. ?)?${PARTICLE}(?:${SURNAME}|${WORD})){0,2}`,
    confidence: 2,
    caseSensitive: true,
  }),
  shapeRecognizer({
    id: 'name-title-initial',
    type: 'NAME',
    description: 'a title and an initial',
    by: ['context'],
    anchors: [{ on: 'word', words: ['mr', 'mrs', 'ms', 'mx', 'dr', 'prof'] }],
    pattern: '(?:Mr|Mrs|Ms|Mx|Dr|Prof)\\.? {1,2}[A-Z]\\.?(?![A-Za-z])',
    confidence: 2,
    caseSensitive: true,
  }),
  {
    ...shapeRecognizer({
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
          words: [
            'physician',
            'attending',
            'nurse',
            'contact',
            'signed',
            'firstname',
            'lastname',
            'guarantor',
            'first',
            'last',
          ],
        },
      ],
      pattern: `(?:[A-Za-z]{2,10}(?:'s)?[ _]?(?:[Nn]ame|full name|legal name|by)?|NAME|PATIENT(?: NAME)?) ?[:=] ?["']?((?:[A-Z]\\. ?)?${SURNAME}(?:,? (?:[A-Z]\\.? )?${PARTICLE}(?:${SURNAME}|${WORD})){0,3})`,
      confidence: 2,
      caseSensitive: true,
      coversGroup: true,
    }),
    // A month could be taken for a name, and the day behind it must still be asked about.
    overlaps: true,
  },
  shapeRecognizer({
    id: 'name-label-capitals',
    type: 'NAME',
    description: 'a label with "name" and words in capitals',
    by: ['context'],
    anchors: [{ on: 'word', words: ['name', 'patient', 'pt', 'first', 'last', 'surname'] }],
    pattern: `(?:(?:[Pp]atient|PATIENT|[Pp]t|PT|[Ff]irst|FIRST|[Ll]ast|LAST)(?:'s|'S)?[ _]?)?(?:[Nn]ame|NAME|[Ss]urname|SURNAME) ?[:=] ?["']?(${CAPITALS})`,
    confidence: 2,
    caseSensitive: true,
    coversGroup: true,
  }),
  shapeRecognizer({
    id: 'name-introduced',
    type: 'NAME',
    description: 'named, patient, wife and the like before two capitalized words, or one and an initial',
    by: ['context'],
    anchors: [
      {
        on: 'word',
        words: [
          'named',
          'patient',
          'pt',
          'wife',
          'husband',
          'son',
          'daughter',
          'mother',
          'father',
          'brother',
          'sister',
          'spouse',
          'client',
          'resident',
          'partner',
        ],
      },
    ],
    pattern: `(?:named|patient|pt|wife|husband|son|daughter|mother|father|brother|sister|spouse|client|resident|partner),? (${FIRST} (?:[A-Z]\\.? )?${PARTICLE}(?:${SURNAME}|[A-Z]\\.))`,
    confidence: 2,
    caseSensitive: true,
    coversGroup: true,
  }),
  {
    id: 'name-initial',
    type: 'NAME',
    description: 'a capitalized word and an initial with its full stop, in the middle of a sentence',
    by: ['shape'],
    anchors: [{ on: 'character', characters: '.' }],
    find: findInitial,
  },
];

function findInitial({ text, at }: Place): Finding | undefined {
  if (text.charCodeAt(at - 2) !== 32 || !GOES_ON.test(text.slice(at + 1, at + 6))) {
    return undefined;
  }
  const match = INITIALLED.exec(text.slice(Math.max(0, at - 26), at));
  return match === null || CLASSES.test(match[1] ?? '')
    ? undefined
    : { start: at - match[0].length, end: at + 1, type: 'NAME', confidence: 1 };
}
