/** What a redacted text must say about itself wherever it travels alone. */
export const REDACTION_LIMIT = 'Still PHI, not de-identified under 164.514.';

/** What no recognizer of text can reach, for help texts and reports. */
export const OUT_OF_REACH =
  'Redaction reads text only: photographs, images, biometrics and recordings are out of its reach, and names and places ' +
  'are found only where a title, a label, a vocabulary or a configured Presidio server gives them away.';

/** The longest text that is redacted as a whole, in UTF-16 units; longer ones are withheld. */
export const MAX_TEXT_LENGTH = 1_048_576;
