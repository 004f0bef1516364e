import type { RegisteredVendor } from '../../safeguards/business-associates/register';
import { vendorProblems } from '../../safeguards/business-associates/vendor-problems';
import type { BaselineRule, RuleSubject } from '../baseline-rule';
import type { JudgedStack } from '../finding';
import { flowsOf } from './flows';

/** The operator's vendors on a day. */
export interface Register {
  readonly vendors: readonly RegisteredVendor[];
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** What the rule about recipients says of itself, apart from the register that it is applied with. */
export const RECIPIENT_RULE = {
  id: 'Eligibility-Recipient',
  severity: 'error',
  info: 'What may carry PHI goes to nobody without a business associate agreement in force.',
  explanation:
    'Whoever receives PHI for you is a business associate, and needs a written agreement first; mail, chat and SMS have one seldom.',
  fix: "Register the vendor's agreement (docs/business-associates.md), or send no PHI there, and say so where it is published: Metadata HipaaBaseline: { phi: 'none' } on the topic or destination.",
  citations: ['164.308(b)(1)', '164.308(b)(3)'],
  basis: 'law',
} as const satisfies Omit<BaselineRule, 'evaluate'>;

/**
 * No PHI flows to a recipient whom the register does not cover.
 *
 * @see 45 CFR 164.308(b)(1), 164.314(a), 164.502(e)
 */
export function recipientRule(register: Register): BaselineRule {
  return {
    ...RECIPIENT_RULE,
    evaluate: (subject) =>
      judgeFlows(subject, () => subject.logicalId, register).flatMap(({ problems }) =>
        problems.map((problem) => `${problem}.`),
      ),
  };
}

/** Where stacks of one environment send what carries no PHI without an agreement, a line each: allowed, and said. */
export function recipientNotices(stacks: readonly JudgedStack[], register: Register): readonly string[] {
  const templates = stacks.map(({ template }) => template);
  const notices = stacks.flatMap(({ template, locate }) =>
    Object.entries(template.Resources).flatMap(([logicalId, resource]) =>
      judgeFlows({ logicalId, resource, template, templates }, () => locate(logicalId).path, register)
        .filter(({ problems }) => problems.length === 0)
        .flatMap((verdict) => verdict.notices),
    ),
  );
  return [...new Set(notices)];
}

/** @param from tells where the flows leave, for people; asked only where there is one */
function judgeFlows(subject: RuleSubject, from: () => string, { vendors, asOf }: Register) {
  return flowsOf(subject).map((flow) => vendorProblems({ ...flow, from: from() }, vendors, asOf));
}
