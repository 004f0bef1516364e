import type { RegisteredVendor } from './register';

/**
 * The operator's vendors. The repository ships none, not even AWS: an agreement that nobody has recorded counts as none.
 * `docs/business-associates.md` has the form.
 *
 * @see 45 CFR 164.308(b)(1)
 */
export const REGISTERED_VENDORS: readonly RegisteredVendor[] = [];
