/**
 * Six years, whichever they are: at most two of any six consecutive years are leap years.
 *
 * @see 45 CFR 164.316(b)(2)(i) for documentation; for logs six years are practice
 */
export const SIX_YEARS_IN_DAYS = 2192;
