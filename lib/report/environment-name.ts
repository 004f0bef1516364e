import { printable } from './printable';

/** An environment as people read it; stacks and templates that belong to none are named as such. */
export function environmentName(environment: string | null): string {
  return environment === null ? 'stacks without an environment' : printable(environment);
}
