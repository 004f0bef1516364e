/** A statement that only a person can make. */
export interface AttestationKindInfo {
  /** What is stated, as the end of "We state that …". */
  readonly states: string;
  /** Calendar months after which the statement must be made anew. The rules say "periodically"; the figure is practice. */
  readonly maximumAgeMonths: number;
  /** What a reviewer accepts as evidence. */
  readonly evidence: string;
  /**
   * Whether an operator may state instead that the paragraph does not concern them.
   *
   * @default false
   */
  readonly mayNotApply?: true;
  /**
   * Set on what only the proposal of 2025 would ask for; nobody is demanded to file it.
   *
   * @default none: the rules in force ask for it
   */
  readonly profile?: 'nprm-2025';
}

const YEARLY = { maximumAgeMonths: 12 } as const;
const PROPOSED = { maximumAgeMonths: 12, profile: 'nprm-2025' } as const;

/**
 * Every kind of statement that an operator can file, the reason for each being that no template can show it.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export const ATTESTATION_KINDS = {
  'access-authorization': {
    ...YEARLY,
    states: 'access to systems with ePHI is granted, reviewed and changed by a written procedure',
    evidence: 'procedure and the record of the last access review',
  },
  'activity-review': {
    maximumAgeMonths: 3,
    states: 'audit logs, access reports and incident records were reviewed',
    evidence: 'record of the review and of what followed from it',
  },
  'addressable-decisions': {
    ...YEARLY,
    states:
      'for each addressable specification that is met in another way the reason and the alternative are written down',
    evidence: 'decision record',
  },
  'aws-baa': {
    ...YEARLY,
    states: 'the Business Associate Addendum with AWS is accepted for every account that holds ePHI',
    evidence: 'agreement state in AWS Artifact, for the account or the organization',
  },
  'breach-procedure': {
    ...YEARLY,
    states:
      'who notifies individuals, HHS, the media and partners of a breach, how and by when, is written down and rehearsed',
    evidence: 'procedure, notice templates and the record of the last rehearsal',
  },
  'breach-risk-assessment': {
    ...YEARLY,
    states:
      'impermissible uses and disclosures are assessed by the four factors, and the assessments are kept',
    evidence: 'method and the register of assessments',
  },
  'business-associate-agreements': {
    ...YEARLY,
    states:
      'every vendor that creates, receives, keeps or transmits our ePHI has a business associate agreement in force',
    evidence: 'register of agreements',
  },
  'clearinghouse-isolation': {
    ...YEARLY,
    states: 'clearinghouse functions are isolated from the rest of the organization',
    evidence: 'network and access description',
    mayNotApply: true,
  },
  'contingency-plan': {
    ...YEARLY,
    states: 'a contingency plan covers backup, disaster recovery and running in an emergency',
    evidence: 'plan with its date of approval',
  },
  'contingency-test': {
    ...YEARLY,
    states: 'the contingency plan was tested and revised, a restore included',
    evidence: 'test record with the time that the restore took',
  },
  'criticality-analysis': {
    ...YEARLY,
    states: 'applications and data are ranked by how long we can do without them',
    evidence: 'analysis',
  },
  'data-center-report': {
    ...YEARLY,
    states:
      "AWS's report on the physical controls of its data centers was read, and what it leaves to us is done",
    evidence: 'SOC 2 Type II or ISO 27001 report from AWS Artifact, with the period that it covers',
  },
  'de-identification': {
    ...YEARLY,
    states: 'data called de-identified was made so by expert determination or by the Safe Harbor method',
    evidence: 'determination, or the record of the identifiers removed',
    mayNotApply: true,
  },
  'device-and-media': {
    ...YEARLY,
    states:
      'laptops, phones and removable media that can hold ePHI are encrypted, inventoried and wiped before re-use or disposal',
    evidence: 'device management report and disposal records',
  },
  'documentation-availability': {
    ...YEARLY,
    states: 'policies and procedures are at hand for those who must follow them',
    evidence: 'where they are and who can read them',
  },
  'documentation-retention': {
    ...YEARLY,
    states:
      'documentation that the rules require is kept for six years from the date when it was last in effect',
    evidence: 'retention schedule',
  },
  'documentation-review': {
    ...YEARLY,
    states:
      'policies and procedures were reviewed, and updated where the environment or the operations changed',
    evidence: 'review record',
  },
  'emergency-access': {
    ...YEARLY,
    states:
      'a procedure for reaching ePHI in an emergency is written down and tried, and its use is recorded',
    evidence: 'procedure and the record of the last trial',
  },
  'endpoint-protection': {
    ...YEARLY,
    states: 'workstations are guarded against malicious software, and finds are reported',
    evidence: 'report of the protection software',
  },
  evaluation: {
    ...YEARLY,
    states:
      'how far policies and systems meet the rules was evaluated, technically and otherwise, a penetration test included',
    evidence: 'evaluation report and penetration test report',
  },
  'facility-security': {
    ...YEARLY,
    states:
      'access to our own premises with systems that hold ePHI is limited, validated and recorded, repairs included',
    evidence: 'facility security plan and maintenance records',
    mayNotApply: true,
  },
  'governmental-arrangement': {
    ...YEARLY,
    states: 'arrangements between governmental entities meet what a contract would have to',
    evidence: 'memorandum of understanding or the law that stands in for it',
    mayNotApply: true,
  },
  'group-health-plan': {
    ...YEARLY,
    states:
      'plan documents oblige the plan sponsor to protect ePHI, keep it apart, bind its agents and report incidents',
    evidence: 'plan documents',
    mayNotApply: true,
  },
  'incident-procedure': {
    ...YEARLY,
    states: 'a procedure for security incidents is written down and rehearsed',
    evidence: 'procedure and the record of the last exercise',
  },
  'minimum-necessary': {
    ...YEARLY,
    states: 'uses, disclosures and requests are limited to the minimum necessary, by role',
    evidence: 'policy with roles and the data that each may see',
  },
  'password-policy': {
    ...YEARLY,
    states: 'there are procedures for making, changing and guarding passwords, and the workforce knows them',
    evidence: 'procedure and settings of the identity provider',
  },
  'policies-and-procedures': {
    ...YEARLY,
    states: 'policies and procedures for every standard are written down and in effect',
    evidence: 'index of policies with dates of approval',
  },
  'privacy-administration': {
    ...YEARLY,
    states:
      'training, complaints, sanctions, no retaliation, no waiver and documentation cover breach notification',
    evidence: 'policies of the privacy office',
  },
  'risk-analysis': {
    ...YEARLY,
    states: 'an accurate and thorough analysis of the risks to all our ePHI was made',
    evidence: 'risk analysis with its scope and date',
  },
  'risk-management': {
    ...YEARLY,
    states: 'risks are reduced to a reasonable and appropriate level by a plan with owners and dates',
    evidence: 'risk management plan and its state',
  },
  'sanction-policy': {
    ...YEARLY,
    states: 'workforce members who break the policies are sanctioned by a written policy',
    evidence: 'policy with its date of approval',
  },
  'security-official': {
    ...YEARLY,
    states: 'one security official is named and answers for the policies and procedures',
    evidence: 'appointment by role',
  },
  'security-reminders': {
    ...YEARLY,
    states: 'the workforce is reminded of security between trainings',
    evidence: 'the reminders of the last year',
  },
  'subcontractor-agreements': {
    ...YEARLY,
    states: 'our subcontractors that handle ePHI are bound by agreements as we are',
    evidence: 'register of agreements',
    mayNotApply: true,
  },
  'termination-procedure': {
    ...YEARLY,
    states: 'access ends when employment does, by a written procedure',
    evidence: 'procedure and a sample of departures with the time until access ended',
  },
  'unique-accounts': {
    ...YEARLY,
    states: 'everybody who reaches ePHI has an account of their own, and nobody shares one',
    evidence: 'export of the identity provider',
  },
  'workforce-authentication': {
    ...YEARLY,
    states: 'persons prove who they are with more than one factor before they reach systems with ePHI',
    evidence: 'settings of the identity provider',
  },
  'workforce-authorization': {
    ...YEARLY,
    states:
      'those who work with ePHI, or where it can be reached, are authorized or supervised, after a check that the access is appropriate',
    evidence: 'procedure and role descriptions',
  },
  'workforce-training': {
    ...YEARLY,
    states: 'the whole workforce, management included, was trained in security awareness',
    evidence: 'training records',
  },
  'workstation-policy': {
    ...YEARLY,
    states:
      'what workstations may be used for, how and where is written down, and they lock themselves when left',
    evidence: 'policy and device management settings',
  },
  'asset-inventory': {
    ...PROPOSED,
    states: 'a written inventory of technology assets and a map of how ePHI moves were reviewed',
    evidence: 'inventory and map with their date',
  },
  'compliance-audit': {
    ...PROPOSED,
    states: 'compliance with every standard and specification was audited',
    evidence: 'audit report',
  },
  'business-associate-verification': {
    ...PROPOSED,
    states: 'each business associate verified its technical safeguards in writing, by an expert',
    evidence: 'written verifications',
  },
  'vulnerability-scan': {
    ...PROPOSED,
    maximumAgeMonths: 6,
    states: 'systems that hold ePHI were scanned for vulnerabilities',
    evidence: 'scan report and the state of what it found',
  },
  'access-change-notice': {
    ...PROPOSED,
    states:
      'other regulated entities are told within 24 hours when a workforce member loses access to their ePHI',
    evidence: 'procedure',
  },
  'contingency-activation-notice': {
    ...PROPOSED,
    states:
      'agreements oblige business associates to tell within 24 hours that they activated their contingency plan',
    evidence: 'clause of the agreements',
  },
} as const satisfies Record<string, AttestationKindInfo>;

/** A key of {@link ATTESTATION_KINDS}. */
export type AttestationKind = keyof typeof ATTESTATION_KINDS;

/** The kind of a name; undefined for a name that is none. */
export function attestationKindInfo(kind: string): AttestationKindInfo | undefined {
  return Object.hasOwn(ATTESTATION_KINDS, kind) ? ATTESTATION_KINDS[kind as AttestationKind] : undefined;
}
