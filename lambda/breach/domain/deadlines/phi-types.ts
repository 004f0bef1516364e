/** What kind of information a type is, as the triggers of State laws tell them apart. */
export type PhiCategory =
  | 'identity'
  | 'contact'
  | 'ssn'
  | 'government-id'
  | 'financial'
  | 'credentials'
  | 'medical'
  | 'health-insurance'
  | 'biometric'
  | 'genetic'
  | 'other';

/** A type of information: how facts may write it, what kind it is, what a letter calls it. */
export interface PhiTypeRow {
  readonly category: PhiCategory;
  readonly words: string;
  /** Written in small letters with hyphens; a plural s is understood. */
  readonly names: readonly string[];
  /** Whether records of it may come from a program of 42 CFR Part 2. @default false */
  readonly underPart2?: true;
}

/** Types of information in the order in which a letter lists them. @see 45 CFR 164.404(c)(1)(B) */
export const PHI_TYPES: readonly PhiTypeRow[] = [
  {
    category: 'identity',
    words: 'full name',
    names: ['name', 'full-name', 'first-name', 'last-name', 'patient-name', 'surname'],
  },
  {
    category: 'identity',
    words: 'date of birth',
    names: ['date-of-birth', 'dob', 'birth-date', 'birthdate', 'birthday'],
  },
  { category: 'identity', words: 'age', names: ['age'] },
  { category: 'identity', words: 'sex or gender', names: ['sex', 'gender'] },
  {
    category: 'identity',
    words: 'photograph',
    names: ['photo', 'photograph', 'full-face-photo', 'image', 'picture'],
  },
  {
    category: 'contact',
    words: 'home address',
    names: ['address', 'home-address', 'street-address', 'mailing-address', 'postal-address', 'city'],
  },
  { category: 'contact', words: 'ZIP code', names: ['zip', 'zip-code', 'postal-code'] },
  {
    category: 'contact',
    words: 'telephone number',
    names: [
      'phone',
      'phone-number',
      'telephone',
      'telephone-number',
      'mobile',
      'mobile-number',
      'cell-phone',
    ],
  },
  { category: 'contact', words: 'fax number', names: ['fax', 'fax-number'] },
  {
    category: 'contact',
    words: 'e-mail address',
    names: ['email', 'e-mail', 'email-address', 'e-mail-address'],
  },
  { category: 'contact', words: 'web address', names: ['url', 'web-address'] },
  { category: 'contact', words: 'internet (IP) address', names: ['ip', 'ip-address'] },
  {
    category: 'ssn',
    words: 'Social Security number',
    names: ['ssn', 'social-security-number', 'social-security'],
  },
  {
    category: 'government-id',
    words: "driver's license or other government number",
    names: [
      'drivers-license',
      'driver-license',
      'driver-s-license',
      'drivers-license-number',
      'driver-license-number',
      'license-number',
      'state-id',
      'government-id',
      'passport',
      'passport-number',
      'military-id',
      'tax-id',
      'tribal-id',
    ],
  },
  {
    category: 'financial',
    words: 'bank account or payment card number',
    names: [
      'account-number',
      'financial-account',
      'financial-account-number',
      'bank-account',
      'bank-account-number',
      'credit-card',
      'credit-card-number',
      'debit-card',
      'debit-card-number',
      'payment-card',
      'card-number',
    ],
  },
  {
    category: 'credentials',
    words: 'user name, password or security answer',
    names: [
      'password',
      'username',
      'user-name',
      'credential',
      'login',
      'online-credential',
      'security-question',
      'pin',
    ],
  },
  {
    category: 'medical',
    words: 'medical record number',
    names: ['mrn', 'medical-record-number', 'record-number', 'chart-number'],
  },
  {
    category: 'medical',
    words: 'diagnosis',
    names: ['diagnosis', 'diagnoses', 'condition', 'icd-10', 'disability-code'],
  },
  {
    category: 'medical',
    words: 'treatment and visits',
    names: [
      'treatment',
      'procedure',
      'visit',
      'dates-of-service',
      'date-of-service',
      'service-date',
      'admission-date',
      'discharge-date',
      'appointment',
      'provider-name',
      'provider',
    ],
  },
  {
    category: 'medical',
    words: 'medicines',
    names: ['medication', 'medicine', 'prescription', 'drug', 'prescription-number'],
  },
  {
    category: 'medical',
    words: 'test results',
    names: ['lab-result', 'lab', 'test-result', 'imaging', 'x-ray', 'scan'],
  },
  {
    category: 'medical',
    words: 'medical records',
    names: [
      'medical-record',
      'medical-history',
      'medical-information',
      'clinical-note',
      'note',
      'health-information',
      'phi',
    ],
  },
  { category: 'medical', words: 'mental health records', names: ['mental-health', 'psychotherapy-note'] },
  {
    category: 'medical',
    words: 'substance use treatment records',
    names: ['substance-use', 'substance-use-disorder', 'sud', 'part-2', 'part-2-record', 'substance-abuse'],
    underPart2: true,
  },
  {
    category: 'medical',
    words: 'medical device number',
    names: ['device-id', 'device-identifier', 'device-serial-number'],
  },
  {
    category: 'health-insurance',
    words: 'health plan number',
    names: [
      'health-plan-id',
      'health-plan-number',
      'health-insurance',
      'health-insurance-number',
      'health-insurance-information',
      'insurance-id',
      'insurance-number',
      'policy-number',
      'member-id',
      'subscriber-id',
      'beneficiary-number',
      'medicare-number',
      'medicaid-number',
      'mbi',
      'insurance',
    ],
  },
  {
    category: 'health-insurance',
    words: 'claims and billing',
    names: ['claim', 'billing', 'billing-information', 'payment'],
  },
  {
    category: 'biometric',
    words: 'fingerprint, voice print or other body measurement',
    names: ['biometric', 'biometrics', 'fingerprint', 'voice-print', 'retina-scan'],
  },
  {
    category: 'genetic',
    words: 'genetic information',
    names: ['genetic', 'genetic-information', 'genetic-data', 'dna'],
  },
];

const BY_NAME: ReadonlyMap<string, PhiTypeRow> = new Map(
  PHI_TYPES.flatMap((row) => row.names.map((name): [string, PhiTypeRow] => [name, row])),
);

/** The row of a type of information; undefined where the type is not in the vocabulary. */
export function phiTypeRow(type: string): PhiTypeRow | undefined {
  const name = type
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/s$/, ''));
}

/** The kind of a type; `other` where it is not in the vocabulary, which may then be anything. */
export function categoryOf(type: string): PhiCategory {
  return phiTypeRow(type)?.category ?? 'other';
}
