import type { Citation } from './citation';

/** What a data store or machine that the public can reach offends, as AWS cites it. */
export const PUBLIC_REACH = [
  '164.308(a)(3)(i)',
  '164.308(a)(4)(ii)(A)',
  '164.308(a)(4)(ii)(C)',
  '164.312(a)(1)',
  '164.312(e)(1)',
] as const satisfies readonly Citation[];

/** What reach without a network path offends, as AWS cites it. */
export const LOCAL_REACH = [
  '164.308(a)(3)(i)',
  '164.308(a)(4)(ii)(A)',
  '164.308(a)(4)(ii)(C)',
  '164.312(a)(1)',
] as const satisfies readonly Citation[];

/** What rights that nobody weighed offend, as AWS cites it. */
export const IDENTITY_RIGHTS = [
  '164.308(a)(3)(i)',
  '164.308(a)(3)(ii)(A)',
  '164.308(a)(3)(ii)(B)',
  '164.308(a)(4)(i)',
  '164.308(a)(4)(ii)(A)',
  '164.308(a)(4)(ii)(B)',
  '164.308(a)(4)(ii)(C)',
  '164.312(a)(1)',
] as const satisfies readonly Citation[];

/** What an open door for administrators offends, as AWS cites it. */
export const OPEN_ADMINISTRATION = [
  '164.308(a)(3)(i)',
  '164.308(a)(3)(ii)(B)',
  '164.308(a)(4)(i)',
  '164.308(a)(4)(ii)(A)',
  '164.308(a)(4)(ii)(B)',
  '164.308(a)(4)(ii)(C)',
  '164.312(a)(1)',
  '164.312(e)(1)',
] as const satisfies readonly Citation[];

/** What a store that cannot be restored offends. */
export const BACKUP = [
  '164.308(a)(7)(i)',
  '164.308(a)(7)(ii)(A)',
  '164.308(a)(7)(ii)(B)',
] as const satisfies readonly Citation[];

/** What a backup that an intruder can undo offends, as AWS cites it. */
export const BACKUP_PLAN = [
  '164.308(a)(7)(i)',
  '164.308(a)(7)(ii)(A)',
  '164.308(a)(7)(ii)(B)',
  '164.308(a)(7)(ii)(C)',
  '164.310(d)(2)(iv)',
  '164.312(a)(2)(ii)',
] as const satisfies readonly Citation[];

/** What a single point of failure offends. */
export const AVAILABILITY = [
  '164.308(a)(7)(i)',
  '164.308(a)(7)(ii)(C)',
] as const satisfies readonly Citation[];

/** What plaintext at rest offends, as AWS cites it. */
export const AT_REST = ['164.312(a)(2)(iv)', '164.312(e)(2)(ii)'] as const satisfies readonly Citation[];

/** What plaintext in transit offends, as AWS cites it. */
export const IN_TRANSIT = [
  '164.312(a)(2)(iv)',
  '164.312(e)(1)',
  '164.312(e)(2)(i)',
  '164.312(e)(2)(ii)',
] as const satisfies readonly Citation[];

/** What access that leaves no record offends, as AWS cites it. */
export const ACCESS_RECORD = ['164.308(a)(3)(ii)(A)', '164.312(b)'] as const satisfies readonly Citation[];
