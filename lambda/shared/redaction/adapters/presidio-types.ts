import type { IdentifierType } from '../identifier-types';

/** What Presidio calls an entity, as a Safe Harbor identifier; entities that are not listed are any other number. */
export const PRESIDIO_TYPES: ReadonlyMap<string, IdentifierType> = new Map([
  ['PERSON', 'NAME'],
  ['NRP', 'ID'],
  ['LOCATION', 'ADDRESS'],
  ['ORGANIZATION', 'ADDRESS'],
  ['DATE_TIME', 'DATE'],
  ['AGE', 'AGE'],
  ['PHONE_NUMBER', 'PHONE'],
  ['EMAIL_ADDRESS', 'EMAIL'],
  ['US_SSN', 'SSN'],
  ['US_ITIN', 'SSN'],
  ['MEDICAL_LICENSE', 'LICENSE'],
  ['US_DRIVER_LICENSE', 'LICENSE'],
  ['CREDIT_CARD', 'ACCOUNT'],
  ['IBAN_CODE', 'ACCOUNT'],
  ['US_BANK_NUMBER', 'ACCOUNT'],
  ['CRYPTO', 'ACCOUNT'],
  ['US_MBI', 'HEALTH_PLAN'],
  ['IP_ADDRESS', 'IP'],
  ['URL', 'URL'],
]);
