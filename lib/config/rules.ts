import type { ConfigurationRule } from './configuration-rule';
import { CONSISTENCY_RULES } from './consistency-rules';
import { PLACEMENT_RULES } from './placement-rules';
import { PRODUCTION_RULES } from './production-rules';
import { RECORDS_RULES } from './records-rules';

/** Every demand that ties fields to each other. */
export const CONFIGURATION_RULES: readonly ConfigurationRule[] = [
  ...PRODUCTION_RULES,
  ...PLACEMENT_RULES,
  ...CONSISTENCY_RULES,
  ...RECORDS_RULES,
];
