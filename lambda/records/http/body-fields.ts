import * as z from 'zod';

/** Control characters and marks of direction: PostgreSQL takes no NUL, and the others hide what stands beside them. */
const HIDDEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const HIDDEN_BUT_LINES = /[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** The first year that a date of a record has. */
const FIRST_YEAR = 1850;
const LAST_YEAR = 2199;

/** One line of text. */
export function line(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed() && !HIDDEN.test(text));
}

/** Text of several lines. */
export function prose(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed() && !HIDDEN_BUT_LINES.test(text));
}

/** A calendar date. */
export const date = z.iso.date().refine(isOfOurTime);

/** A time, in UTC. */
export const time = z.iso
  .datetime()
  .refine(isOfOurTime)
  .transform((text) => new Date(text).toISOString());

function isOfOurTime(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
