import { valueAt } from './field-path';
import { accountId } from './identity-fields';
import { quoteValue } from './quote-value';
import { environmentSchema } from './schema';

/** An environment that was asked for, before it is known to be valid. */
export interface Candidate {
  /** What messages call it. */
  readonly owner: string;
  /** As it is written. */
  readonly written: unknown;
  /** With what it takes from the run. */
  readonly complete: unknown;
}

/** The resources of which an account has one, whatever the region; of the others each region has one. */
const ACCOUNT_WIDE: ReadonlySet<string> = new Set([
  'configGlobalTypes',
  'configServiceRole',
  'unusedAccessAnalyzer',
]);

/** What an environment says of the resources of which there is one. */
interface Claim {
  readonly owner: string;
  readonly account: string;
  readonly region: string;
  readonly managed: readonly string[];
}

/**
 * A problem for each environment that would make a resource which another one already makes in the same account and,
 * where each region has one, the same region: the second deployment would fail, or record the same twice.
 *
 * Only an account that is written down counts. One that comes with the credentials of the moment says nothing of where
 * the environments that are not being deployed belong.
 */
export function singletonConflicts(candidates: readonly Candidate[]): string[] {
  const claims = candidates.flatMap(claimOf);
  return claims.flatMap((claim, index) =>
    claim.managed.flatMap((singleton) => {
      const first = claims
        .slice(0, index)
        .find((earlier) => sharesPlace(singleton, earlier, claim) && earlier.managed.includes(singleton));
      return first === undefined
        ? []
        : [
            `${quoteValue(`${claim.owner}.singletons.${singleton}`)} must be 'adopt', because ${quoteValue(first.owner)} ` +
              `manages it in the same account${ACCOUNT_WIDE.has(singleton) ? '' : ' and region'}, got: 'manage'`,
          ];
    }),
  );
}

function sharesPlace(singleton: string, one: Claim, other: Claim): boolean {
  return one.account === other.account && (ACCOUNT_WIDE.has(singleton) || one.region === other.region);
}

/** Reads field by field, so that a problem elsewhere in an environment hides none of these; malformed fields claim nothing. */
function claimOf({ owner, written, complete }: Candidate): Claim[] {
  const { region, singletons } = environmentSchema.unwrap().shape;
  const account = accountId.safeParse(valueAt(written, ['account']));
  const where = region.safeParse(valueAt(complete, ['region']));
  const chosen = singletons.safeParse(valueAt(complete, ['singletons']));
  if (!account.success || !where.success || !chosen.success) {
    return [];
  }
  const managed = Object.entries(chosen.data).flatMap(([name, choice]) =>
    choice === 'manage' && !(name === 'configServiceRole' && chosen.data.configRecorder === 'adopt')
      ? [name]
      : [],
  );
  return [{ owner, account: account.data, region: where.data, managed }];
}
