import { type Assessment, assess, ignored, type Word, wordsOf } from './assessment';
import type { ApiCall } from './event/api-call';
import { asText, at } from './event/json';
import { showCode } from './event/show';
import { review, type Signal } from './judgement';
import { ANYWHERE_SIGNALS, usesDecoy } from './signals/anywhere';
import { keyOf } from './signals/call-row';
import { SIGNALS_BY_CALL } from './signals/catalogue';
import { UNLISTED_SIGNALS } from './signals/unlisted';

/** Calls whose name says that they change nothing, where the record does not. */
const READS =
  /^(Get|List|Describe|Head|Search|Lookup|Query|Scan|Select|Batch(Get|Describe)|Test|Validate|Simulate|Preview)/;

/** What a CloudTrail record comes to: what it would have been, unless it failed. */
export function assessCall(call: ApiCall): Assessment {
  const listed = SIGNALS_BY_CALL.get(keyOf(call));
  const words: Word[] = [...wordsOf(listed ?? [], call), ...wordsOf(ANYWHERE_SIGNALS, call)];
  if (listed === undefined && !call.readOnly && !READS.test(call.name)) {
    words.push(...wordsOf(UNLISTED_SIGNALS, call));
  }
  if (
    listed !== undefined &&
    call.request === undefined &&
    call.service !== 'signin' &&
    words.every(isHarmless)
  ) {
    words.push(...unrecorded(listed));
  }
  return call.outcome === 'done' ? assess(words, ordinary(call)) : attempted(call, words);
}

function isHarmless({ judgement }: Word): boolean {
  return judgement.level === 'ignore';
}

/** A call that matters, without the parameters that tell how: the question stays open. */
function unrecorded(listed: readonly Signal[]): readonly Word[] {
  return listed.slice(0, 1).map((signal) => ({ signal, judgement: review('requestParameters is absent') }));
}

/**
 * A failed call has not happened: what would have been an incident is looked at, and so is what was denied or a sign-in.
 * A decoy that acts was stolen, whatever came of it.
 */
function attempted(call: ApiCall, words: readonly Word[]): Assessment {
  const failure = failureOf(call);
  if (usesDecoy(call)) {
    return assess(
      words.map((word) => (word.signal.id === 'decoy-touched' ? word : asAttempt(word))),
      failure,
    );
  }
  const serious = words.filter((word) => word.judgement.level === 'incident').map(asAttempt);
  const told = words.filter(
    (word) => word.signal.id === 'access-denied' || word.signal.id === 'sign-in-failed',
  );
  const kept = serious.length > 0 ? serious : told;
  return kept.length === 0 ? ignored([failure]) : withReason(assess(kept, failure), failure);
}

function asAttempt(word: Word): Word {
  return word.judgement.level === 'incident'
    ? {
        signal: word.signal,
        judgement: { level: 'review', reasons: word.judgement.reasons, severity: 'medium' },
      }
    : word;
}

function withReason(assessment: Assessment, reason: string): Assessment {
  return { ...assessment, reasons: [...new Set([reason, ...assessment.reasons])] };
}

function ordinary(call: ApiCall): string {
  if (call.name === '') {
    return 'eventName is absent';
  }
  return call.readOnly
    ? 'readOnly is true'
    : `${showCode(call.service)} ${showCode(call.name)} exposes, destroys and blinds nothing`;
}

function failureOf(call: ApiCall): string {
  const code = asText(at(call.detail, 'errorCode'));
  return code === undefined ? 'the call failed' : `errorCode is ${showCode(code)}`;
}
