/**
 * Evaluates JSON filter patterns of CloudWatch Logs: comparisons of text with wildcards, NOT EXISTS, brackets, && and ||.
 * A field that is absent, or no single value, matches no comparison, `!=` included.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function matchesPattern(pattern: string, record: unknown): boolean {
  const tokens = tokensOf(pattern);
  const reader = new PatternReader(tokens, record);
  const result = reader.whole();
  if (!reader.isAtEnd()) throw new Error(`'pattern' must end after its bracket, got: ${tokens.join(' ')}`);
  return result;
}

const TOKEN =
  /\s*(\{|\}|\(|\)|&&|\|\||!=|=|NOT EXISTS|"(?:[^"\\]|\\.)*"|\$(?:\.[\w-]+(?:\[\d+\])?)+|[^\s(){}=!&|"]+)/y;

function tokensOf(pattern: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < pattern.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(pattern) ?? [];
    if (token === undefined) throw new Error(`'pattern' must be readable, got: ${pattern.slice(at)}`);
    tokens.push(token);
  }
  return tokens;
}

class PatternReader {
  private readonly tokens: readonly string[];
  private readonly record: unknown;
  private position = 0;

  constructor(tokens: readonly string[], record: unknown) {
    this.tokens = tokens;
    this.record = record;
  }

  isAtEnd(): boolean {
    return this.position === this.tokens.length;
  }

  whole(): boolean {
    this.expect('{');
    const result = this.anyOf();
    this.expect('}');
    return result;
  }

  private anyOf(): boolean {
    let result = this.allOf();
    while (this.take('||')) result = this.allOf() || result;
    return result;
  }

  private allOf(): boolean {
    let result = this.single();
    while (this.take('&&')) result = this.single() && result;
    return result;
  }

  private single(): boolean {
    if (this.take('(')) {
      const result = this.anyOf();
      this.expect(')');
      return result;
    }
    const found = valueAt(this.record, this.next());
    const operator = this.next();
    if (operator === 'NOT EXISTS') return found === undefined;
    if (operator !== '=' && operator !== '!=') throw new Error(`'pattern' must compare, got: ${operator}`);
    const wanted = wildcards(this.next());
    if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean') return false;
    return wanted.test(String(found)) === (operator === '=');
  }

  private take(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position += 1;
    return true;
  }

  private next(): string {
    const token = this.tokens[this.position];
    if (token === undefined) throw new Error("'pattern' must go on, got: its end");
    this.position += 1;
    return token;
  }

  private expect(token: string): void {
    const got = this.next();
    if (got !== token) throw new Error(`'pattern' must have ${token}, got: ${got}`);
  }
}

function wildcards(token: string): RegExp {
  const text = token.startsWith('"') ? token.slice(1, -1) : token;
  return new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );
}

function valueAt(record: unknown, selector: string): unknown {
  return selector
    .slice(2)
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>(
      (value, part) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([k]) => k === part)?.[1]
          : undefined,
      record,
    );
}
