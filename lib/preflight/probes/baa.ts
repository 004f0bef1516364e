import { partitionOf } from '../../config/partition';
import { type CustomerAgreement, listCustomerAgreements } from '../customer-agreements';
import type { Finding } from '../finding';
import type { Plan } from '../plan';
import { probe } from '../probe';

/** AWS calls them "AWS Business Associate Addendum" and "AWS Organizations Business Associate Addendum". */
const ADDENDUM = /business associate|\bBAA\b/i;

const WHERE = 'AWS Artifact, Agreements';

/**
 * Whether AWS's business associate addendum is accepted: before, no PHI may be put into the account.
 *
 * @see 45 CFR 164.308(b)(1), 164.314(a)
 */
export const baaProbe = probe({
  id: 'baa',
  title: 'Business associate addendum with AWS',
  actions: ['artifact:ListCustomerAgreements'],
  read: async (account, ask) =>
    await ask('artifact:ListCustomerAgreements', () => listCustomerAgreements(account)),
  judge: (agreements, plan) => [judgeAgreements(agreements, plan)],
});

function judgeAgreements(agreements: readonly CustomerAgreement[], { config }: Plan): Finding {
  const addenda = agreements.filter(({ name }) => ADDENDUM.test(name));
  const active = addenda.find(({ state }) => state === 'ACTIVE');
  if (active !== undefined) {
    const whose = active.ofOrganization ? 'for the organization' : 'for this account';
    return { status: 'ok', text: `It is accepted ${whose}, and in force.` };
  }
  const govCloud =
    partitionOf(config.region) === 'aws-us-gov'
      ? ' An addendum of the standard account that this GovCloud account belongs to does not show here.'
      : '';
  return {
    status: 'attention',
    text: `${addenda.length > 0 ? 'It was terminated' : 'It is not accepted'}: no PHI may be put into this account.${govCloud}`,
    fix: `Accept it in ${WHERE}; a contract that was signed elsewhere does not show there.`,
  };
}
