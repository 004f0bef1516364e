import { CALIFORNIA_RULES } from './california';
import { NEW_YORK_RULES } from './new-york';
import type { StateRule } from './state-rule';
import { TEXAS_RULES } from './texas';
import { UNCONFIRMED_RULES } from './unconfirmed';

/** The day on which the rows were last held against their sources. */
export const STATE_RULES_AS_OF = '2026-11-21';

/** Every State duty that is modelled. What is not here is said to be not modelled; it is never left out in silence. */
export const STATE_RULES: readonly StateRule[] = [
  ...CALIFORNIA_RULES,
  ...NEW_YORK_RULES,
  ...TEXAS_RULES,
  ...UNCONFIRMED_RULES,
];
