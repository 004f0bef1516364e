/** The results in the order of the entries, of which only so many are worked on at once. */
export async function inParallel<T, R>(
  entries: readonly T[],
  limit: number,
  work: (entry: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const rest = entries.entries();
  const worker = async () => {
    for (const [index, entry] of rest) results[index] = await work(entry);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
