import { GetParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { Clock } from '../../shared/clock';
import type { Jwks, SigningKeys } from '../ports/signing-keys';
import { STORED_KEYS } from './stored-signing-keys';

/** Keys that nobody has confirmed for longer may have been withdrawn. */
const OLDEST_MS = 24 * 3_600_000;

/** How long the parameter is not asked again. */
const CACHED_MS = 10 * 60_000;

/** The relay's clock may be this much ahead. */
const SKEW_MS = 5 * 60_000;

interface Known {
  readonly jwks: Jwks;
  readonly fetchedAtMs: number;
  readonly readAtMs: number;
}

/**
 * The identity provider's keys from the parameter that the relay fills: the service has no way out to fetch them. Refuses keys
 * older than a day.
 *
 * @see 45 CFR 164.312(d)
 */
export class SsmSigningKeys implements SigningKeys {
  readonly #client: Pick<SSMClient, 'send'>;
  readonly #parameter: string;
  readonly #clock: Clock;
  #known: Known | undefined;

  constructor(client: Pick<SSMClient, 'send'>, parameter: string, clock: Clock) {
    this.#client = client;
    this.#parameter = parameter;
    this.#clock = clock;
  }

  async current(): Promise<Jwks> {
    const now = this.#clock.now().getTime();
    if (this.#known === undefined || now - this.#known.readAtMs >= CACHED_MS) {
      this.#known = await this.#read(now).catch((error: unknown) => {
        // What was read before is good until it is a day old, whether or not the parameter can be asked.
        if (this.#known !== undefined) return this.#known;
        throw error;
      });
    }
    const { jwks, fetchedAtMs } = this.#known;
    if (now - fetchedAtMs >= OLDEST_MS || fetchedAtMs - now > SKEW_MS) {
      this.#known = undefined;
      throw new Error('the signing keys must be younger than a day');
    }
    return jwks;
  }

  async #read(now: number): Promise<Known> {
    const { Parameter } = await this.#client.send(new GetParameterCommand({ Name: this.#parameter }));
    const { keys, fetchedAt } = STORED_KEYS.parse(JSON.parse(Parameter?.Value ?? ''));
    return { jwks: { keys }, fetchedAtMs: Date.parse(fetchedAt), readAtMs: now };
  }
}
