import { daysBetween } from '../../checks/calendar-date';
import { ELIGIBLE_LIST } from './eligible-service';

/** Days after which the list must be compared with AWS's again; AWS changes it every few months. Practice, not law. */
export const MAXIMUM_LIST_AGE_DAYS = 180;

/** A notice when the list of eligible services is old on a day; null while it is not. */
export function oldListNotice(asOf: string, listDate: string = ELIGIBLE_LIST.date): string | null {
  const days = daysBetween(listDate, asOf);
  if (days <= MAXIMUM_LIST_AGE_DAYS) return null;
  return (
    `The list of HIPAA eligible services is of ${listDate}, ${days} days old: compare it with ` +
    `${ELIGIBLE_LIST.source}. A service that was listed since is still refused here.`
  );
}
