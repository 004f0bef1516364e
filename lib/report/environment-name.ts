import { printable } from './printable';

/** An environment as people read it; stacks and templates that belong to none are named as such. */
export function environmentName(environment: string | null): string {
  return environment === null ? 'stacks without an environment' : printable(environment);
}

/** Several environments as people read them: `sandbox, staging and production`. */
export function environmentNames(environments: readonly (string | null)[]): string {
  const names = environments.map(environmentName);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
