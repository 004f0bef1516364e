/**
 * The first three digits of ZIP codes whose area has 20,000 people or fewer, which Safe Harbor changes to 000: the
 * seventeen that the guidance of HHS (26 November 2012) names, from the census of 2000. A later census may change them.
 * @see 45 CFR 164.514(b)(2)(i)(B)
 */
export const RESTRICTED_ZIP_PREFIXES: ReadonlySet<string> = new Set([
  ...['036', '059', '063', '102', '203', '556', '692', '790', '821'],
  ...['823', '830', '831', '878', '879', '884', '890', '893'],
]);
