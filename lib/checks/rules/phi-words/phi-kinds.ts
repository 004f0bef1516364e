import { namesPatient } from './named-person';
import { holdsPersonalAddress } from './personal-address';

/** A longer text is not looked at beyond this, in characters: CloudFormation allows no name or description as long. */
const LONGEST = 8192;

/** What may stand between a label and its value. */
const GAP = '[\\s#:=_./-]{0,4}';

/** Five to eleven digits: twelve are the number of an AWS account. */
const NUMBER = '[A-Z]{0,3}-?\\d{5,11}(?!\\d)';

/** A calendar date written together, as names of backups have it. */
const COMPACT_DATE = '(?!-?(?:19|20)\\d{2}[01]\\d[0-3]\\d(?!\\d))';

const SHAPES: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['a Social Security number', /(?<!\d-?)\d{3}-\d{2}-\d{4}(?!-?\d)/],
  [
    'a Social Security number',
    labelled(
      'ssn|social[-_ ]?security(?:[-_ ]?(?:number|num|no))?',
      '\\d{3}[-_. ]?\\d{2}[-_. ]?\\d{4}(?!\\d)',
    ),
  ],
  ['a medical record number', labelled('mrn|medical[-_ ]?record(?:[-_ ]?(?:number|num|no|id))?', NUMBER)],
  [
    'a number of a patient or member',
    labelled('(?:patient|member|subscriber|beneficiary|chart)[-_ ]?(?:number|num|no|id)', NUMBER),
  ],
  ['a number of a patient or member', labelled('patient', COMPACT_DATE + NUMBER)],
  [
    'a Medicare number',
    /(?<![0-9A-Z])[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y]{2}\d{2}(?![0-9A-Z])/,
  ],
  [
    'a date of birth',
    labelled(
      'dob|date[-_ ]?of[-_ ]?birth|birth[-_ ]?da(?:te|y)|born(?:[-_ ]?on)?',
      '(?:\\d{4}[-/._]?\\d{1,2}[-/._]?\\d{1,2}|\\d{1,2}[-/._]\\d{1,2}[-/._]\\d{2,4})',
    ),
  ],
  [
    'a telephone number',
    // Numbers that begin with 800, 833 … belong to organisations.
    /(?<![\w.-])(?:\+?1[-. ]?)?(?:\((?!8(\d)\1)\d{3}\) ?\d{3}[-. ]|(?!8(\d)\2)\d{3}([-. ])\d{3}\3)\d{4}(?!\w|[.-]\d)/,
  ],
  ['a telephone number', /(?<![\w.])\+[1-9]\d{9,14}(?!\d)/],
  ['a telephone number', labelled('(?:tele)?phone|tel|mobile|cell|fax', '\\d{10}(?!\\d)')],
];

/** What identifies a person in a name, a tag, a description …, by kind; empty for a purpose (`patient-records`). */
export function phiKindsIn(text: string): readonly string[] {
  const head = text.slice(0, LONGEST);
  // PatientMrn12345 holds the label Mrn, which no pattern sees behind a letter.
  const apart = head.replace(/([a-z])([A-Z])/g, '$1 $2');
  const kinds = SHAPES.filter(([, pattern]) => pattern.test(head) || pattern.test(apart)).map(
    ([kind]) => kind,
  );
  if (holdsPersonalAddress(head)) kinds.push('the e-mail address of a person');
  if (namesPatient(head)) kinds.push('the name of a patient');
  return [...new Set(kinds)];
}

function labelled(label: string, value: string): RegExp {
  return new RegExp(`(?<![A-Za-z])(?:${label})${GAP}${value}`, 'i');
}
