/**
 * The same ASCII text in memory of its own. JavaScript keeps the whole block of lines alive that a part was cut from; what outlives
 * its line is copied, so that memory stays constant.
 */
export function copyOf(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
