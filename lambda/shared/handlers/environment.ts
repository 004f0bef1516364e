/** What the function was deployed with. */
export function environment(): Readonly<Record<string, string | undefined>> {
  return process.env;
}
