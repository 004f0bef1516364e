/** How long emergency access lasts and how soon it is looked at, in ms. */
export interface GrantLimits {
  readonly accessMs: number;
  readonly reviewMs: number;
}

const HOUR_MS = 3_600_000;

/** An hour of access and three days to the review are practice, not law; nobody can configure more. */
const LONGEST_GRANT: GrantLimits = { accessMs: HOUR_MS, reviewMs: 72 * HOUR_MS };

/**
 * The limits as configured.
 * @throws RangeError when they are longer than an hour and three days, or not positive
 */
export function grantLimits(limits: Partial<GrantLimits>): GrantLimits {
  const { accessMs, reviewMs } = { ...LONGEST_GRANT, ...limits };
  for (const [name, value, most] of [
    ['accessMs', accessMs, LONGEST_GRANT.accessMs],
    ['reviewMs', reviewMs, LONGEST_GRANT.reviewMs],
  ] as const) {
    if (!(Number.isSafeInteger(value) && value > 0 && value <= most)) {
      throw new RangeError(`'${name}' must be a whole number of ms from 1 to ${most}, got: ${value}`);
    }
  }
  return { accessMs, reviewMs };
}
