import { Token } from 'aws-cdk-lib';
import { quoteValue } from '../config/quote-value';

/** A value as an error message may repeat it; a token is named, because its text says nothing. */
export function describeValue(value: unknown): string {
  return Token.isUnresolved(value) ? 'a token' : quoteValue(value);
}
