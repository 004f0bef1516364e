/** A section of 45 CFR Part 164 as the rule book heads it. */
export interface Section {
  /** `164.312` */
  readonly number: string;
  readonly title: string;
}

const TITLES: Readonly<Record<string, string>> = {
  '164.306': 'General rules',
  '164.308': 'Administrative safeguards',
  '164.310': 'Physical safeguards',
  '164.312': 'Technical safeguards',
  '164.314': 'Organizational requirements',
  '164.316': 'Policies, procedures and documentation',
  '164.400': 'Breach notification: applicability',
  '164.402': 'Breach notification: definitions',
  '164.404': 'Notification to individuals',
  '164.406': 'Notification to the media',
  '164.408': 'Notification to the Secretary',
  '164.410': 'Notification by a business associate',
  '164.412': 'Law enforcement delay',
  '164.414': 'Breach notification: administrative requirements and burden of proof',
  '164.502': 'Uses and disclosures: general rules',
  '164.514': 'Other requirements on uses and disclosures',
  '164.530': 'Privacy Rule: administrative requirements',
};

/** The section that a citation belongs to; one without a known title is headed by its number alone. */
export function sectionOf(citation: string): Section {
  const [number = citation] = citation.split('(', 1);
  return { number, title: TITLES[number] ?? '' };
}
