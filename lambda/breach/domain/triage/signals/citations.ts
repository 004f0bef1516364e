/** Which safeguards a kind of event touches: paragraphs of 45 CFR, without "45 CFR". */
export const CITES = {
  /** Records of activity. @see 45 CFR 164.312(b) */
  audit: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  /** Detection of incidents. @see 45 CFR 164.308(a)(6)(ii) */
  detection: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  /** Who may reach data. @see 45 CFR 164.312(a)(1) */
  access: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  /** Disclosure to others. @see 45 CFR 164.502(a) */
  disclosure: ['164.502(a)', '164.312(a)(1)'],
  /** Encryption at rest. @see 45 CFR 164.312(a)(2)(iv) */
  encryption: ['164.312(a)(2)(iv)'],
  /** Encryption in motion. @see 45 CFR 164.312(e)(1) */
  transmission: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  /** Data and what keeps it. @see 45 CFR 164.312(c)(1) */
  integrity: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  /** Backups. @see 45 CFR 164.308(a)(7)(ii)(A) */
  backup: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  /** Keys without which data is lost. @see 45 CFR 164.312(a)(2)(iv) */
  keys: ['164.312(a)(2)(iv)', '164.312(c)(1)'],
  /** Who somebody is. @see 45 CFR 164.312(d) */
  identity: ['164.312(d)', '164.308(a)(5)(ii)(C)'],
  /** Which rights are given. @see 45 CFR 164.308(a)(4)(ii)(C) */
  rights: ['164.308(a)(4)(ii)(C)', '164.308(a)(3)(ii)(A)'],
  /** Networks. @see 45 CFR 164.312(e)(1) */
  network: ['164.312(e)(1)', '164.312(a)(1)'],
  /** Malicious software. @see 45 CFR 164.308(a)(5)(ii)(B) */
  malware: ['164.308(a)(5)(ii)(B)', '164.308(a)(6)(ii)'],
  /** Evaluation of safeguards. @see 45 CFR 164.308(a)(8) */
  evaluation: ['164.308(a)(8)', '164.308(a)(1)(ii)(D)'],
} as const satisfies Record<string, readonly string[]>;
