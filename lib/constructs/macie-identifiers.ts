/** What Macie looks for besides what it knows by itself: identifiers of the Safe Harbor list that each hospital shapes anew. */
export interface MacieIdentifier {
  /** Part of the identifier's name. */
  readonly name: string;
  /** What it is, in the terms of the Safe Harbor list. */
  readonly what: string;
  /** Within what Macie knows of regular expressions: no groups that capture, no looking ahead or behind. */
  readonly regex: string;
  /** One of these must stand within {@link MacieIdentifier.distance} characters before it, in any case. */
  readonly keywords: readonly string[];
  /** Characters between keyword and match, at most. */
  readonly distance: number;
}

/** Digits with or without dashes in between, perhaps after a few letters: how record systems write numbers. */
const NUMBER = '\\b[A-Za-z]{0,4}-?[0-9]{2,}[0-9-]{2,13}[0-9]\\b';

/** @see 45 CFR 164.514(b)(2)(i)(H), (I), (J), (M), (R) */
export const MACIE_IDENTIFIERS: readonly MacieIdentifier[] = [
  {
    name: 'medical-record-number',
    what: 'medical record numbers',
    regex: NUMBER,
    keywords: ['mrn', 'medical record', 'med rec', 'patient id', 'patient number', 'chart number', 'pid-3'],
    distance: 30,
  },
  {
    name: 'health-plan-number',
    what: 'health plan beneficiary numbers',
    regex: '\\b[A-Za-z]{0,4}-?[0-9]{2,}[0-9A-Za-z-]{3,15}[0-9A-Za-z]\\b',
    keywords: [
      'member id',
      'member number',
      'subscriber id',
      'policy number',
      'beneficiary',
      'medicaid id',
      'group number',
    ],
    distance: 30,
  },
  {
    name: 'encounter-number',
    what: 'account numbers of a stay or visit',
    regex: NUMBER,
    keywords: [
      'encounter',
      'visit number',
      'account number',
      'csn',
      'hospital account',
      'accession',
      'admission number',
    ],
    distance: 30,
  },
  {
    name: 'prescription-number',
    what: 'other unique numbers: prescriptions',
    regex: '\\b[A-Za-z]{0,2}-?[0-9]{6,12}\\b',
    keywords: ['rx number', 'rx#', 'rx no', 'prescription number', 'prescription no', 'prescription id'],
    distance: 20,
  },
  {
    name: 'device-serial-number',
    what: 'device identifiers and serial numbers',
    regex: '\\b[A-Za-z]{1,5}-?[0-9]{4,}[0-9A-Za-z-]{0,15}\\b',
    keywords: ['device serial', 'serial number', 'implant', 'pacemaker', 'udi', 'lot number'],
    distance: 30,
  },
];
