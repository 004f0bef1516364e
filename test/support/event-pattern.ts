type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Whether EventBridge's pattern matches the event: the operators that our patterns use, and no other one. */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  return Object.entries(objectOf(pattern)).every(([name, wanted]) => {
    if (name === '$or') return listOf(wanted).some((one) => matchesPattern(one, event));
    const value = objectOf(event)[name];
    return Array.isArray(wanted) ? matchesField(wanted, value) : matchesPattern(wanted, value);
  });
}

function matchesField(wanted: readonly Json[], value: Json | undefined): boolean {
  const values = Array.isArray(value) ? value : [value];
  return wanted.some((one) => values.some((each) => matchesValue(one, each)));
}

function matchesValue(wanted: Json, value: Json | undefined): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === value;
  const [[operator, operand] = []] = Object.entries(wanted);
  switch (operator) {
    case 'exists':
      return (value !== undefined) === operand;
    case 'prefix':
      return textTest(operand, value, (text, start) => text.startsWith(start));
    case 'suffix':
      return textTest(operand, value, (text, end) => text.endsWith(end));
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase();
    case 'wildcard':
      return typeof value === 'string' && wildcard(String(operand)).test(value);
    case 'anything-but':
      return value !== undefined && !matchesValue(operand ?? null, value);
    default:
      throw new Error(`'operator' must be one that patterns use, got: '${operator}'`);
  }
}

function textTest(
  operand: Json | undefined,
  value: Json | undefined,
  holds: (text: string, part: string) => boolean,
): boolean {
  if (typeof value !== 'string') return false;
  if (typeof operand === 'string') return holds(value, operand);
  return holds(value.toLowerCase(), String(objectOf(operand)['equals-ignore-case']).toLowerCase());
}

function wildcard(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function objectOf(value: unknown): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
