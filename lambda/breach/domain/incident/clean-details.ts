import type { NoticeDetails } from '../notices/notice-details';
import { cleanOptional, cleanText } from './clean-text';

const MAX_TEXT = 2000;
const MAX_STEP = 500;

/** The details of a notice as the archive may keep them: what people wrote is redacted, how to reach the entity stays. */
export function cleanDetails(details: NoticeDetails): NoticeDetails {
  return {
    ...details,
    summary: cleanOptional(details.summary, MAX_TEXT),
    investigation: cleanOptional(details.investigation, MAX_TEXT),
    mitigation: cleanOptional(details.mitigation, MAX_TEXT),
    prevention: cleanOptional(details.prevention, MAX_TEXT),
    safeguardsBefore: cleanOptional(details.safeguardsBefore, MAX_TEXT),
    location: cleanOptional(details.location, MAX_STEP),
    individualsList: cleanOptional(details.individualsList, MAX_STEP),
    protectiveSteps: details.protectiveSteps.map((step) => cleanText(step, MAX_STEP)),
  };
}
