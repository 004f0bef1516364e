import { FAMILY_NAMES, GIVEN_NAMES } from './person-names';

const ADDRESS = /([a-z0-9][a-z0-9._%+-]{0,63})@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;

/** Words of mailboxes that belong to a task, not to a person. */
const ROLES: ReadonlySet<string> = new Set(
  `abuse account accounts admin administrator alarm alarms alert alerts audit automation aws billing breach build care ci clinic cloud
  compliance contact core customer data database dba deploy dev developer developers development devops distribution do duty
  engineer engineering engineers errors events example finance help helpdesk hipaa hospital hostmaster hr incident incidents info infra
  infrastructure integration it legal list mail mailer monitoring network no noc noreply notifications notify office officer on
  oncall operations operator ops owner pager platform postmaster press privacy prod product production project reply reports
  response root sales sec security server service services site soc software sre staff staging support sysadmin system systems
  team tech test testing tickets trust user users webmaster`.split(/\s+/),
);

/** Whether a text holds an e-mail address whose mailbox is named after a person: `john.smith@…`, `j.smith@…`, `jsmith@…`. */
export function holdsPersonalAddress(text: string): boolean {
  return [...text.matchAll(ADDRESS)].some(([, mailbox = '']) => isPersonal(mailbox.toLowerCase()));
}

function isPersonal(mailbox: string): boolean {
  const words = mailbox.split(/[^a-z]+/).filter((word) => word !== '');
  if (words.some((word) => ROLES.has(word))) return false;
  return (
    words.some((word) => GIVEN_NAMES.has(word)) ||
    (words.length > 1 && words.some((word) => FAMILY_NAMES.has(word))) ||
    /^[a-z][._][a-z]{2,}\d{0,4}$/.test(mailbox) ||
    FAMILY_NAMES.has(mailbox.slice(1))
  );
}
