/** What HHS guidance accepts as securing information, and what that does not cover. @see 74 FR 19006 */
export const SECURED_REASONS: readonly string[] = [
  'HHS guidance accepts encryption at rest under NIST SP 800-111, in motion under NIST SP 800-52, 800-77 or 800-113 or otherwise validated under FIPS 140-2, and destruction under NIST SP 800-88.',
  'Certificates under FIPS 140-2 are historical since 2026-09-21; the guidance still names them: look for FIPS 140-3.',
  'Encryption at rest does not secure data against someone who may decrypt it, stolen credentials included: the evidence has to show that the key was not used.',
];

/** What ransomware means for an assessment. @see HHS fact sheet on ransomware (2016) */
export const RANSOMWARE_REASONS: readonly string[] = [
  'Ransomware that encrypts health information has acquired it: a breach is presumed until all four factors show a low probability.',
  'Say in the factors whether data was taken out, and whether it stayed available and unaltered.',
];
