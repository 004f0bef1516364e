import { isAnswer } from './failure';

/** What AWS answered, or null where it said by one of these names that there is nothing. */
export async function answered<T>(call: Promise<T>, ...nothing: readonly string[]): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (isAnswer(error, ...nothing)) return null;
    throw error;
  }
}
