/** Compiles a pattern that matches only where it is asked to; letter case is ignored unless `flags` say otherwise. */
export function sticky(source: string, flags: 'i' | '' = 'i'): RegExp {
  return new RegExp(source, `${flags}y`);
}

/** Where the match of a sticky pattern at `at` ends, or -1. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
