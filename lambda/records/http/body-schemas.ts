import * as z from 'zod';
import type { SingleCategory } from '../domain/access/category';
import { BREAK_GLASS_REASONS, REVIEW_OUTCOMES } from '../domain/break-glass/grant';
import type { CategoryContent } from '../domain/record/patient-record';
import type { WrittenCategory, WrittenContent } from '../use-cases/entry-change';
import { date, line, prose, time } from './body-fields';

const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

/** What may be written of what a record has once. */
export const SINGLE_SCHEMAS: { readonly [C in SingleCategory]: z.ZodType<CategoryContent[C]> } = {
  demographics: z.strictObject({
    familyName: line(100),
    givenName: line(100),
    birthDate: date,
    sex: z.enum(['female', 'male', 'other', 'unknown']),
    addressLine: orNull(line(200)),
    city: orNull(line(100)),
    state: orNull(line(50)),
    postalCode: orNull(line(20)),
    phone: orNull(line(30)),
    email: orNull(line(254)),
  }),
  identifiers: z.strictObject({
    ssn: orNull(line(20)),
    driverLicense: orNull(line(40)),
    passport: orNull(line(40)),
  }),
};

/** What may be written as an entry. */
export const ENTRY_SCHEMAS: { readonly [C in WrittenCategory]: z.ZodType<WrittenContent[C]> } = {
  insurance: z.strictObject({
    payer: line(200),
    memberId: line(60),
    groupNumber: orNull(line(60)),
    validUntil: orNull(date),
  }),
  diagnosis: z.strictObject({
    description: prose(2_000),
    code: z.string().regex(/^[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/),
    diagnosedOn: date,
  }),
  medications: z.strictObject({
    name: line(200),
    dose: line(100),
    startedOn: date,
    endedOn: orNull(date),
  }),
  labResults: z.strictObject({ test: line(200), value: line(100), unit: line(40), takenOn: date }),
  notes: z.strictObject({ text: prose(20_000), writtenOn: date }),
  vitals: z.strictObject({
    kind: z.enum(['bloodPressure', 'heartRate', 'temperature', 'respiration', 'oxygen', 'weight', 'height']),
    value: line(40),
    unit: line(20),
    takenAt: time,
  }),
  allergies: z.strictObject({
    substance: line(200),
    reaction: orNull(line(500)),
    severity: z.enum(['mild', 'moderate', 'severe', 'unknown']),
  }),
  psychotherapyNotes: z.strictObject({ text: prose(20_000), sessionOn: date }),
};

/** A search names a person or a day: there is no list of all patients. */
export const SEARCH_SCHEMA = z
  .strictObject({
    familyName: line(100).min(2).optional(),
    givenName: line(100).optional(),
    birthDate: date.optional(),
  })
  .refine(({ familyName, birthDate }) => familyName !== undefined || birthDate !== undefined);

const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** What the identity provider calls somebody. */
const subject = z.string().regex(/^[\x21-\x7e]{1,128}$/);

export const BREAK_GLASS_SCHEMA = z.strictObject({
  patientId: uuid,
  reason: z.enum(BREAK_GLASS_REASONS),
  justification: prose(1_000).min(10),
});

export const REVIEW_SCHEMA = z.strictObject({ outcome: z.enum(REVIEW_OUTCOMES) });

export const STAFF_SCHEMA = z.strictObject({
  subject,
  role: z.enum(['physician', 'nurse', 'billing', 'admin']),
  active: z.boolean(),
});

export const ACCOUNT_SCHEMA = z.strictObject({ subject: subject.nullable() });

/** A token's three parts; a longer one than any provider makes is not looked at. */
export const SESSION_SCHEMA = z.strictObject({
  idToken: z
    .string()
    .max(8_192)
    .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/),
});

export const EXCHANGE_SCHEMA = z.strictObject({ state: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
