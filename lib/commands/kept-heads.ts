import type { SignedHead } from '../../lambda/shared/audit-chain/signed-head';

/** Heads of one chain that are kept; a service that signs with every answer makes thousands of each chain. */
const MOST_OF_A_CHAIN = 64;

/** Verified heads in memory that depends on the number of chains: of many heads of one the first and the newest are enough. */
export class KeptHeads {
  readonly #chains = new Map<string, SignedHead[]>();

  /** Keeps the head, at least until there is a newer one, which vouches for all that it did. */
  add(head: SignedHead): void {
    const known = this.#chains.get(head.chain);
    if (known === undefined) {
      this.#chains.set(head.chain, [head]);
      return;
    }
    known.push(head);
    if (known.length <= MOST_OF_A_CHAIN) return;
    const [first = head] = known;
    const ends = known.reduce(
      (found, one) => ({
        first: one.seq < found.first.seq ? one : found.first,
        newest: one.seq > found.newest.seq ? one : found.newest,
      }),
      { first, newest: first },
    );
    this.#chains.set(head.chain, [ends.first, ends.newest]);
  }

  get heads(): readonly SignedHead[] {
    return [...this.#chains.values()].flat();
  }
}
