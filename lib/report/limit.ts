/** What every verdict says of itself, wherever it travels. */
export const LIMIT =
  'A technical baseline, not legal advice: HHS recognizes no HIPAA certification, and PASS means only that these checks hold.';
