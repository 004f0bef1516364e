/** A provider that is known to offer a business associate agreement. That it offers one says nothing about whether one is signed. */
export interface KnownVendor {
  readonly id: string;
  readonly name: string;
  /** Where the agreement is made. */
  readonly signedAt: string;
  /** What it covers, and what it is known not to. */
  readonly covers: string;
  readonly source: string;
  /** When this was last looked at, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** High: the vendor's own text was read; medium: several others report it; low: it is commonly said, read the source first. */
  readonly confidence: 'high' | 'medium' | 'low';
}

/**
 * Where the large providers make their business associate agreements, AWS first.
 *
 * @see 45 CFR 164.308(b)(3)
 */
export const KNOWN_VENDORS: readonly KnownVendor[] = [
  {
    id: 'aws',
    name: 'Amazon Web Services',
    signedAt:
      'AWS Artifact, under agreements: the Business Associate Addendum, for one account or, in the management account, for the organization',
    covers: 'HIPAA eligible services only, in the accounts that accepted it',
    source: 'https://docs.aws.amazon.com/artifact/latest/ug/managing-agreements.html',
    asOf: '2026-11-21',
    confidence: 'high',
  },
  {
    id: 'google-cloud',
    name: 'Google Cloud',
    signedAt:
      'the Google Cloud console, where an administrator reviews and accepts the Business Associate Addendum',
    covers: 'the products that Google lists as covered, no preview features; not Google Workspace',
    source: 'https://cloud.google.com/security/compliance/hipaa-compliance',
    asOf: '2026-11-21',
    confidence: 'medium',
  },
  {
    id: 'google-workspace',
    name: 'Google Workspace',
    signedAt: 'the Admin console, under legal and compliance, where an administrator accepts the amendment',
    covers: 'the functionality that Google lists as included; not consumer accounts, not Google Cloud',
    source: 'https://support.google.com/a/answer/3407054',
    asOf: '2026-11-21',
    confidence: 'high',
  },
  {
    id: 'azure',
    name: 'Microsoft Azure and Microsoft 365',
    signedAt:
      'part of the Product Terms and the Data Protection Addendum for customers who are covered entities or business associates; the text is in the Service Trust Portal',
    covers: 'the online services that Microsoft lists as in scope; not consumer accounts, not free Teams',
    source: 'https://learn.microsoft.com/en-us/azure/compliance/offerings/offering-hipaa-us',
    asOf: '2026-11-21',
    confidence: 'low',
  },
  {
    id: 'twilio',
    name: 'Twilio',
    signedAt: 'by agreement with Twilio; then each project with PHI is designated as a HIPAA project',
    covers:
      'the products that Twilio lists as HIPAA eligible; sources disagree on SendGrid, so count it as not covered unless the agreement names it',
    source:
      'https://www.twilio.com/content/dam/twilio-com/global/en/other/hipaa/pdf/Architecting-for-HIPAA.pdf',
    asOf: '2026-11-21',
    confidence: 'medium',
  },
];
