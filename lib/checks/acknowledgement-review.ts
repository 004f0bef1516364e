/**
 * Who looks at the exceptions that the baseline ships with, and the last day on which they hold unseen: all of them
 * together, once a year.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const YEARLY_REVIEW = { owner: 'security-officer', expires: '2027-11-01' } as const;
