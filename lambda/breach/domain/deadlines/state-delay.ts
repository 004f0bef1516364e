import { type DelayRule, FEDERAL_DELAY } from './holds';
import type { StateRule } from './state-rules/state-rule';

/** How a State lets a law-enforcement statement delay its notice; undefined where it does not. */
export function delayRuleOf({ delay }: StateRule): DelayRule | undefined {
  switch (delay.kind) {
    case 'none':
      return undefined;
    case 'until-allowed':
      return { ...FEDERAL_DELAY, citation: delay.citation };
    case 'capped':
      return {
        citation: delay.citation,
        untimedDays: delay.oralDays,
        writtenDays: delay.writtenDays,
        grace: delay.grace,
      };
    default:
      return delay satisfies never;
  }
}
