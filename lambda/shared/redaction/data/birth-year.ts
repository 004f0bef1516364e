/**
 * Who was born in this year or before may be over 89. A later year that will become one is set too early rather than too
 * late: this one is safe until the end of 2035.
 * @see 45 CFR 164.514(b)(2)(i)(C)
 */
export const LAST_CERTAIN_BIRTH_YEAR = 1945;
