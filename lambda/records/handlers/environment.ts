import { env } from 'node:process';

/** What the function was deployed with. */
export const ENVIRONMENT: Readonly<Record<string, string | undefined>> = env;
