/** A redaction to compare with. */
export interface NamedRedaction {
  readonly name: string;
  readonly redact: (text: string) => string | Promise<string>;
}

type Constructor = new () => Record<string, (text: string) => unknown>;

/** How each package that others use is called; none of them is a dependency. */
const PACKAGES: readonly {
  readonly name: string;
  /** The exported class and the method that redacts. */
  readonly className: string;
  readonly method: string;
  /** Where the redacted text stands in what the method returns, if not all of it. */
  readonly property?: string;
}[] = [
  { name: 'redact-pii', className: 'SyncRedactor', method: 'redact' },
  { name: '@redactpii/node', className: 'Redactor', method: 'redact' },
  { name: 'openredaction', className: 'OpenRedaction', method: 'detect', property: 'redacted' },
];

/** The other packages that are installed here, and the names of those that are not. */
export async function otherPackages(): Promise<{
  readonly installed: readonly NamedRedaction[];
  readonly missing: readonly string[];
}> {
  const installed: NamedRedaction[] = [];
  const missing: string[] = [];
  for (const { name, className, method, property } of PACKAGES) {
    const Class = await load(name, className);
    if (Class === undefined) {
      missing.push(name);
      continue;
    }
    const instance = new Class();
    installed.push({
      name,
      redact: async (text) => {
        const result = await instance[method]?.(text);
        return String(property === undefined ? result : (result as Record<string, unknown>)[property]);
      },
    });
  }
  return { installed, missing };
}

async function load(name: string, className: string): Promise<Constructor | undefined> {
  try {
    const loaded = (await import(name)) as Record<string, Constructor | undefined>;
    return loaded[className];
  } catch {
    return undefined;
  }
}
