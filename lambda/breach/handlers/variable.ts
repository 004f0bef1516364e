/** Reads one variable; undefined where it is missing or odd. */
export type Variable<T> = (text: string | undefined) => T | undefined;

/** A text of a shape. */
export function shaped(shape: RegExp): Variable<string> {
  return (text) => (text !== undefined && shape.test(text) ? text : undefined);
}

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Variable<Word> {
  return (text) => words.find((word) => word === text);
}

/** JSON of which a test holds. */
export function json<T>(holds: (value: unknown) => value is T): Variable<T> {
  return (text) => {
    try {
      const value: unknown = JSON.parse(text ?? '');
      return holds(value) ? value : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Variables by name. */
export type Variables = Readonly<Record<string, Variable<unknown>>>;

/** What the variables are once they are read. */
export type Settings<V extends Variables> = {
  readonly [Name in keyof V]: NonNullable<ReturnType<V[Name]>>;
};

/**
 * The settings in an environment.
 *
 * @throws Error that names every variable that is missing or odd, and no value
 */
export function readSettings<V extends Variables>(
  variables: V,
  environment: Readonly<Record<string, string | undefined>>,
): Settings<V> {
  const read = Object.entries(variables).map(
    ([name, variable]) => [name, variable(environment[name])] as const,
  );
  const wrong = read.filter(([, value]) => value === undefined).map(([name]) => name);
  if (wrong.length > 0) {
    throw new Error(`'environment' must have valid values for: ${wrong.sort().join(', ')}`);
  }
  return Object.fromEntries(read) as Settings<V>;
}
