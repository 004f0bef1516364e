import { explainDayZero, sentences } from './explain';
import { type Jurisdiction, nameOfJurisdiction } from './jurisdictions';
import type { OwedNotice } from './obligation';
import { type OpenQuestion, openQuestionId } from './obligation-ids';
import type { Situation } from './situation';
import type { StateRule } from './state-rules/state-rule';
import { type Standing, standingOf } from './state-standing';

const ASK_COUNSEL = 'Ask counsel which duties it has and by when.';

/** What no modelled rule answers for a jurisdiction that the facts name: it is asked aloud, never passed over. */
export function openQuestions(
  jurisdiction: Jurisdiction,
  rules: readonly StateRule[],
  situation: Situation,
): readonly OwedNotice[] {
  const notModelled = reasonsNotModelled(jurisdiction, rules, situation);
  const notTriggered = reasonsNotTriggered(rules, situation);
  return [
    ...(notModelled.length > 0 ? [question(jurisdiction, 'not-modelled', notModelled, situation)] : []),
    ...(notTriggered.length > 0 ? [question(jurisdiction, 'not-triggered', notTriggered, situation)] : []),
  ];
}

function reasonsNotModelled(
  jurisdiction: Jurisdiction,
  rules: readonly StateRule[],
  situation: Situation,
): readonly string[] {
  const { facts, headcount } = situation;
  const name = nameOfJurisdiction(jurisdiction);
  if (facts.role === 'business-associate') {
    return [`What the law of ${name} asks of a business associate is not modelled.`];
  }
  const modelled = new Set(rules.map(({ nexus }) => nexus));
  return [
    headcount.byJurisdiction.has(jurisdiction) && !modelled.has('residents')
      ? `The law of ${name} for its residents is not modelled.`
      : '',
    facts.facility?.jurisdiction === jurisdiction && !modelled.has('facility')
      ? `The law of ${name} for the facilities that it licenses is not modelled.`
      : '',
    ...citationsBy('not-yet', rules, situation).map(
      ({ citation, inForceFrom }) =>
        `What ${citation} asked before ${inForceFrom ?? 'its present form'} is not modelled.`,
    ),
  ].filter((reason) => reason !== '');
}

function reasonsNotTriggered(rules: readonly StateRule[], situation: Situation): readonly string[] {
  const ended = situation.grounds.map(({ meaning }) => meaning).join('; ');
  return [
    ...citationsBy('not-triggered', rules, situation).map(
      ({ citation }) => `The types of information in the facts do not trigger ${citation}.`,
    ),
    ...citationsBy('ended', rules, situation).map(
      ({ citation, endedBy }) =>
        `${citation} has its own exception (${endedBy.map((exception) => exception.citation).join('; ')}): ${ended}.`,
    ),
  ];
}

function citationsBy(
  standing: Standing,
  rules: readonly StateRule[],
  situation: Situation,
): readonly StateRule[] {
  return rules.filter((rule) => standingOf(rule, situation) === standing);
}

function question(
  jurisdiction: Jurisdiction,
  kind: OpenQuestion,
  reasons: readonly string[],
  situation: Situation,
): OwedNotice {
  return {
    id: openQuestionId(jurisdiction, kind),
    recipient: 'ask counsel',
    citation: `law of ${nameOfJurisdiction(jurisdiction)}`,
    basis: 'practice',
    due: null,
    notBefore: null,
    jurisdiction,
    explanation: sentences([...reasons, ASK_COUNSEL, explainDayZero(situation)]),
    check: true,
    fulfilledBy: [],
  };
}
