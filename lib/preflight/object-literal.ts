const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Plain data as TypeScript is written by hand: names without quotation marks, texts in single ones. */
export function objectLiteral(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((entry) => objectLiteral(entry, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(
      ([key, entry]) =>
        `${inner}${IDENTIFIER.test(key) ? key : quoted(key)}: ${objectLiteral(entry, inner)},`,
    );
  return lines.length === 0 ? '{}' : ['{', ...lines, `${indent}}`].join('\n');
}

/** JSON escapes what would end the text or steer a terminal; only the quotation marks are TypeScript's. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
