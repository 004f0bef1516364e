import * as z from 'zod';

/** A yes or no, as CloudFormation writes it. */
export const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A whole number, as CloudFormation writes it. */
export const count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number);
