import { ACCOUNT_LABELS } from './labels/account-labels';
import { DEVICE_LABELS, VEHICLE_LABELS } from './labels/device-labels';
import { labelRecognizer } from './labels/label-recognizer';
import { LICENSE_LABELS } from './labels/license-labels';
import { DATE_LABELS, TAXPAYER_LABELS, TELEPHONE_LABELS } from './labels/number-labels';
import { OTHER_LABELS, ZIP_LABELS } from './labels/other-labels';
import { PLAN_LABELS } from './labels/plan-labels';
import { RECORD_LABELS } from './labels/record-labels';
import type { Recognizer } from './recognizer';
import { AGE_RECOGNIZERS } from './recognizers/age';
import { COORDINATE_RECOGNIZERS } from './recognizers/coordinates';
import { NAMED_DATE_RECOGNIZERS } from './recognizers/date-named';
import { NUMERIC_DATE_RECOGNIZERS } from './recognizers/date-numeric';
import { PARTIAL_DATE_RECOGNIZERS } from './recognizers/date-partial';
import { DEVICE_RECOGNIZERS } from './recognizers/device';
import { EMAIL_RECOGNIZERS } from './recognizers/email';
import { FINANCIAL_RECOGNIZERS } from './recognizers/financial';
import { HEALTH_PLAN_RECOGNIZERS } from './recognizers/health-plan';
import { HL7_RECOGNIZERS } from './recognizers/hl7';
import { IP_RECOGNIZERS } from './recognizers/ip-address';
import { LICENSE_RECOGNIZERS } from './recognizers/license';
import { NAME_RECOGNIZERS } from './recognizers/name';
import { PHONE_RECOGNIZERS } from './recognizers/phone';
import { PLACE_RECOGNIZERS } from './recognizers/place';
import { SPELLED_NUMBER_RECOGNIZERS } from './recognizers/spelled-number';
import { SSN_RECOGNIZERS } from './recognizers/ssn';
import { UNLABELLED_ID_RECOGNIZERS } from './recognizers/unlabelled-id';
import { URL_RECOGNIZERS } from './recognizers/url';
import { VEHICLE_RECOGNIZERS } from './recognizers/vehicle';

/** Every recognizer, in the order of the Safe Harbor list. @see 45 CFR 164.514(b)(2)(i) */
export const RECOGNIZERS: readonly Recognizer[] = [
  ...NAME_RECOGNIZERS,
  ...PLACE_RECOGNIZERS,
  ...COORDINATE_RECOGNIZERS,
  ...NUMERIC_DATE_RECOGNIZERS,
  ...NAMED_DATE_RECOGNIZERS,
  ...PARTIAL_DATE_RECOGNIZERS,
  ...AGE_RECOGNIZERS,
  ...PHONE_RECOGNIZERS,
  ...EMAIL_RECOGNIZERS,
  ...SSN_RECOGNIZERS,
  ...HEALTH_PLAN_RECOGNIZERS,
  ...FINANCIAL_RECOGNIZERS,
  ...LICENSE_RECOGNIZERS,
  ...VEHICLE_RECOGNIZERS,
  ...DEVICE_RECOGNIZERS,
  ...URL_RECOGNIZERS,
  ...IP_RECOGNIZERS,
  ...HL7_RECOGNIZERS,
  ...SPELLED_NUMBER_RECOGNIZERS,
  ...UNLABELLED_ID_RECOGNIZERS,
  ...[
    ...RECORD_LABELS,
    ...PLAN_LABELS,
    ...TAXPAYER_LABELS,
    ...TELEPHONE_LABELS,
    ...DATE_LABELS,
    ...ACCOUNT_LABELS,
    ...LICENSE_LABELS,
    ...VEHICLE_LABELS,
    ...DEVICE_LABELS,
    ...OTHER_LABELS,
    ...ZIP_LABELS,
  ].map(labelRecognizer),
];
