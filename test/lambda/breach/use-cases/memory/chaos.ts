/** What went wrong on purpose. */
class InjectedFault extends Error {
  public override readonly name = 'InjectedFault';

  /** Whether the effect had taken place. */
  public readonly happened: boolean;

  constructor(happened: boolean) {
    super(happened ? 'the answer was lost' : 'the call was throttled');
    this.happened = happened;
  }
}

/** Numbers from 0 to 1 that a seed decides. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A port whose calls fail now and then, before their effect or after it, and let others go first: whoever calls it may
 * crash between any two effects.
 */
export function faulty<Port extends object>(port: Port, rate: number, random: () => number): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return async (...parameters: readonly unknown[]) => {
        if (random() < 0.3) await Promise.resolve();
        const dice = random();
        if (dice < rate / 2) throw new InjectedFault(false);
        const answer: unknown = await Reflect.apply(member, target, parameters);
        if (dice < rate) throw new InjectedFault(true);
        return answer;
      };
    },
  });
}
