import { errorType } from '../shared/log/error-type';

/** How services say that a permission is missing, or a service that was just turned on is not there yet. */
const NOT_YET = /^(AccessDenied(Exception)?|UnauthorizedOperation|Client\.UnauthorizedOperation)$/;

/** Attempts in all, and the time between two of them, in ms: IAM makes new permissions known within seconds. */
const ATTEMPTS = 6;
const PAUSE = 5_000;

/** Waits for some ms. */
export type Wait = (ms: number) => Promise<unknown>;

/**
 * Does it again while it is refused for want of a permission: CloudFormation calls as soon as the permission is
 * written, which is before every part of IAM knows it. What is done must bear being done twice.
 */
export async function patiently<T>(work: () => Promise<T>, wait: Wait): Promise<T> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!NOT_YET.test(errorType(error))) throw error;
    }
    await wait(PAUSE);
  }
  return await work();
}
