import { CONFIG_SERVICE_RULES } from './config-service-rules';
import type { ConfigurationRule } from './configuration-rule';
import { CONSISTENCY_RULES } from './consistency-rules';
import { FHIR_STORE_RULES } from './fhir-store-rules';
import { PLACEMENT_RULES } from './placement-rules';
import { PRODUCTION_RULES } from './production-rules';
import { RECORDS_RULES } from './records-rules';

/** Every demand that ties fields to each other. */
export const CONFIGURATION_RULES: readonly ConfigurationRule[] = [
  ...PRODUCTION_RULES,
  ...PLACEMENT_RULES,
  ...CONSISTENCY_RULES,
  ...CONFIG_SERVICE_RULES,
  ...RECORDS_RULES,
  ...FHIR_STORE_RULES,
];
