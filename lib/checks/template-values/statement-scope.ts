import type { PolicyPrincipal, PolicyStatement } from './policy-statements';

/** Whether a statement speaks of an action, wildcards and `NotAction` considered. */
export function speaksOf(statement: PolicyStatement, action: string): boolean {
  const wanted = action.toLowerCase();
  if (statement.actions.length > 0) return statement.actions.some((pattern) => matches(pattern, wanted));
  return statement.notActions.length > 0 && !statement.notActions.some((pattern) => matches(pattern, wanted));
}

/** Whether a statement names everybody: `"*"` or `{ "AWS": "*" }`. */
export function namesEverybody({ principals }: PolicyStatement): boolean {
  return principals.some(isEverybody);
}

/** Whether a principal is everybody. */
function isEverybody({ type, value }: PolicyPrincipal): boolean {
  return type === 'aws' && value === '*';
}

/** Whether a pattern with `*` and `?` matches a text. */
export function matches(pattern: string, text: string): boolean {
  let [at, star, resume] = [0, -1, 0];
  for (let index = 0; index < text.length; ) {
    if (pattern[at] === '*') {
      star = at;
      at += 1;
      resume = index;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else {
      return false;
    }
  }
  return /^\**$/.test(pattern.slice(at));
}
