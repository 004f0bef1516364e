import { refusalOf } from '../../safeguards/eligible-services/eligibility';
import type { BaselineRule } from '../baseline-rule';

/**
 * Every resource is of a service that AWS's Business Associate Addendum covers, or of one that holds no PHI. A type that nobody has
 * judged is refused like one that is not covered.
 *
 * @see 45 CFR 164.308(b)(1), 164.502(e)
 */
export const eligibleServiceRule: BaselineRule = {
  id: 'Eligibility-Service',
  severity: 'error',
  info: 'Every resource is of a HIPAA eligible service, or of a service that holds no PHI.',
  explanation: "AWS's Business Associate Addendum covers the services on AWS's list and no others.",
  fix: 'Use a service that is on the list.',
  citations: ['164.308(b)(1)'],
  basis: 'law',
  evaluate: ({ resource }) => [refusalOf(resource.Type) ?? []].flat(),
};
