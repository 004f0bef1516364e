import type { IdentifierType } from '../../../../lambda/shared/redaction/identifier-types';

/** An identifier that was planted: what is written into the text, and the part of it that must not come out. */
export interface Canary {
  readonly type: IdentifierType;
  readonly written: string;
  readonly secret: string;
}

/** Writes a canary: `#` becomes a random digit, `@` a random capital letter; « » mark the secret. */
export const CANARY_FORMS: readonly (readonly [IdentifierType, string])[] = [
  ['SSN', '«9##-7#-####»'],
  ['SSN', 'SSN «9########»'],
  ['SSN', 'ssn: «666 ## ####»'],
  ['SSN', '«000.##.####»'],
  ['PHONE', '«(202) 555-01##»'],
  ['PHONE', '«202-555-01##»'],
  ['PHONE', '«+1 202 555 01##»'],
  ['PHONE', 'call «202.555.01##»'],
  ['FAX', 'fax «(202) 555-01##»'],
  ['EMAIL', '«canary.##@example.org»'],
  ['EMAIL', '«canary## (at) example (dot) org»'],
  ['MRN', 'MRN: «1#####»'],
  ['MRN', 'medical record number «@@-4#####»'],
  ['MRN', 'chart #«7####»'],
  ['MRN', '«1##4##» (MRN)'],
  ['HEALTH_PLAN', 'member ID «@@@4#####»'],
  ['HEALTH_PLAN', 'policy number «4####»'],
  ['HEALTH_PLAN', '«1EG4-TE#-MK##»'],
  ['ACCOUNT', 'account number «4#######»'],
  ['ACCOUNT', '«4111 #### #### ####»'],
  ['LICENSE', "driver's license «@4######»"],
  ['LICENSE', 'NPI «1#########»'],
  ['VEHICLE', '«1M8GDM9A#KP0#####»'],
  ['VEHICLE', 'license plate «@@@-1###»'],
  ['DEVICE', 'serial number «@@4####»'],
  ['DEVICE', '«00:1b:44:11:3a:##»'],
  ['URL', '«https://example.org/canary/##»'],
  ['URL', '«www.example.org/canary##»'],
  ['IP', '«192.0.2.1##»'],
  ['IP', '«2001:db8::1:##4»'],
  ['DATE', '«03/1#/2021»'],
  ['DATE', '«March 1#, 2021»'],
  ['DATE', '«2021-03-1#T10:30:00Z»'],
  ['DATE', '«1# March 2021»'],
  ['AGE', '«9#-year-old»'],
  ['ZIP', '«99999-####»'],
  ['COORDINATES', '«42.3###1, -71.0###1»'],
  ['ADDRESS', '«12## Canary Street»'],
  ['ID', '«7########»'],
  ['ID', 'passport number «@4#######»'],
  ['ID', '«@@4#######»'],
];

/** A canary of the given form, filled from a source of random numbers. */
export function makeCanary([type, form]: readonly [IdentifierType, string], random: () => number): Canary {
  const filled = form
    .replace(/(?<!chart )#/g, () => String(Math.floor(random() * 10)))
    .replace(/@(?!example)/g, () => 'ACDEFGHJKMNP'.charAt(Math.floor(random() * 12)));
  const secret = /«(.*)»/.exec(filled)?.[1] ?? '';
  return { type, written: filled.replace(/[«»]/g, ''), secret };
}
