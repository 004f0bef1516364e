import type { Signal } from '../judgement';
import { CITES } from './citations';

/** The event lacks what would tell what happened. */
export const UNCLEAR_EVENT: Signal = {
  id: 'unclear-event',
  title: 'An event came that lacks what would tell what happened',
  question: 'watch',
  severity: 'low',
  citations: CITES.detection,
  firstStep: 'Look the event up where it came from.',
};
