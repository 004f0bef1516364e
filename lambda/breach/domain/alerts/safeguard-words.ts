/** What the paragraphs that signals cite are about, in a few plain words. 45 CFR, without "45 CFR". */
const WORDS: Readonly<Record<string, string>> = {
  '164.308(a)(1)(ii)(D)': 'review of what systems did',
  '164.308(a)(3)(ii)(A)': 'who may work with health information',
  '164.308(a)(3)(ii)(C)': 'ending the access of those who leave',
  '164.308(a)(4)(ii)(B)': 'granting access',
  '164.308(a)(4)(ii)(C)': 'changing access',
  '164.308(a)(5)(ii)(B)': 'protection from malicious software',
  '164.308(a)(5)(ii)(C)': 'watching sign-ins',
  '164.308(a)(5)(ii)(D)': 'passwords',
  '164.308(a)(6)(ii)': 'answering security incidents',
  '164.308(a)(7)(ii)(A)': 'backups',
  '164.308(a)(7)(ii)(B)': 'disaster recovery',
  '164.308(a)(8)': 'regular evaluation',
  '164.308(b)(1)': 'business associates',
  '164.310(d)(1)': 'devices and media',
  '164.310(d)(2)(i)': 'disposal of media',
  '164.312(a)(1)': 'access control',
  '164.312(a)(2)(iv)': 'encryption at rest',
  '164.312(b)': 'records of activity',
  '164.312(c)(1)': 'data that nobody alters or destroys',
  '164.312(d)': 'proof of who somebody is',
  '164.312(e)(1)': 'protection in transmission',
  '164.312(e)(2)(ii)': 'encryption in transmission',
  '164.410': 'notice by business associates',
  '164.502(a)': 'no disclosure without permission',
  '164.530(c)': 'safeguards for paper and media',
};

/** What a paragraph is about; undefined where no signal cites it. */
export function safeguardWords(citation: string): string | undefined {
  return Object.hasOwn(WORDS, citation) ? WORDS[citation] : undefined;
}
