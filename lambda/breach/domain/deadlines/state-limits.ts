import { addBusinessDays } from '../../../shared/calendar/business-days';
import { addDays } from '../../../shared/calendar/calendar-days';
import type { CivilDate } from '../../../shared/calendar/civil-date';
import type { Limit } from './federal-limits';
import { federalObligations } from './federal-obligations';
import { applyHolds } from './holds';
import { firstSent } from './obligation';
import { stateRuleId } from './obligation-ids';
import type { Situation } from './situation';
import { delayRuleOf } from './state-delay';
import type { Days, StateRule } from './state-rules/state-rule';

const HHS_IDS = ['hhs-notice', 'hhs-annual-log'];

/** The last day under a State rule before any hold of its own; undefined where no day can be named. */
export function stateLimit(
  rule: StateRule,
  situation: Situation,
  rules: readonly StateRule[],
): Limit | undefined {
  const start = startOf(rule, situation, rules);
  if (start === undefined || rule.days === null) {
    return undefined;
  }
  const on = addLength(start.on, rule.days);
  return {
    on,
    because: rule.days.count === 0 ? start.because : `${lengthOf(rule.days)} after ${start.because}`,
  };
}

/** The day from which the rule counts and the words for it, or the earliest day on which that can still happen. */
function startOf(rule: StateRule, situation: Situation, rules: readonly StateRule[]): Limit | undefined {
  const { start } = rule;
  switch (start.from) {
    case 'day-zero':
      return { on: situation.dayZero.date, because: `day 0, ${situation.dayZero.date}` };
    case 'individuals-told':
      return individualsTold(start.under, situation, rules);
    case 'hhs-told':
      return hhsTold(situation);
    default:
      return start satisfies never;
  }
}

function individualsTold(
  under: string,
  situation: Situation,
  rules: readonly StateRule[],
): Limit | undefined {
  const told = firstSent(['individual-notice', stateRuleId(under)], situation.facts.sent);
  const rule = rules.find(({ id }) => id === under);
  const limit = rule === undefined ? undefined : stateLimit(rule, situation, rules);
  const delay = rule === undefined ? undefined : delayRuleOf(rule);
  const due =
    limit === undefined || delay === undefined
      ? limit?.on
      : applyHolds(situation.facts.holds, limit.on, delay).due;
  return whenTold(told, due, 'residents were');
}

function hhsTold(situation: Situation): Limit | undefined {
  const told = firstSent(HHS_IDS, situation.facts.sent);
  const due = federalObligations(situation).find(({ id }) => HHS_IDS.includes(id))?.due ?? undefined;
  return whenTold(told, due, 'HHS was');
}

/** The day on which somebody was told, at the latest the day on which that was due: lateness there buys no time here. */
function whenTold(
  told: CivilDate | undefined,
  due: CivilDate | undefined,
  whomWas: 'residents were' | 'HHS was',
): Limit | undefined {
  if (due === undefined) {
    return undefined;
  }
  return told !== undefined && told <= due
    ? { on: told, because: `the day on which ${whomWas} told, ${told}` }
    : { on: due, because: `the last day on which ${whomWas} to be told, ${due}` };
}

function addLength(start: CivilDate, { count, unit }: Days): CivilDate {
  return unit === 'business' ? addBusinessDays(start, count) : addDays(start, count);
}

function lengthOf({ count, unit }: Days): string {
  return unit === 'business'
    ? `${count} business days (Monday to Friday, holidays counted)`
    : `${count} calendar days`;
}
