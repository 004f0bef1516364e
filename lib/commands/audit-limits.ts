import type { ChainReport } from '../../lambda/shared/audit-chain/chain-report';
import type { SignedHead } from '../../lambda/shared/audit-chain/signed-head';

/** Something that an intact export leaves open. */
export interface Limit {
  readonly what:
    | 'ends-and-origin'
    | 'unsigned-chains'
    | 'records-behind-heads'
    | 'earlier-records'
    | 'later-than-as-of';
  /** Chains or records that it is about; null where it is about all. */
  readonly count: number | null;
  readonly explanation: string;
}

/** Everything that an export and its heads leave open, so that nobody takes the verdict for more than it is. */
export function limitsOf(
  { chains, lastAt }: Pick<ChainReport, 'chains' | 'lastAt'>,
  heads: readonly SignedHead[],
  asOf: string,
): readonly Limit[] {
  return [...(heads.length === 0 ? [WITHOUT_HEADS] : headLimits(chains)), ...timeLimits(lastAt, heads, asOf)];
}

const WITHOUT_HEADS: Limit = {
  what: 'ends-and-origin',
  count: null,
  explanation:
    'No signed heads were given: records missing at the end of a chain, missing chains, and chains written anew as a whole cannot be seen.',
};

function headLimits(chains: ChainReport['chains']): readonly Limit[] {
  const limits: Limit[] = [];
  const add = (what: Limit['what'], count: number, explanation: string) => {
    if (count > 0) limits.push({ what, count, explanation });
  };
  add(
    'unsigned-chains',
    chains.filter(({ signedThrough }) => signedThrough === null).length,
    'chains without a signed head: nothing shows who wrote them, or whether records are missing at their end.',
  );
  add(
    'records-behind-heads',
    chains.reduce(
      (sum, { lastSeq, signedThrough }) => sum + (signedThrough === null ? 0 : lastSeq - signedThrough),
      0,
    ),
    'records behind the last signed head of their chain: whether more followed, and who wrote them, cannot be seen.',
  );
  add(
    'earlier-records',
    chains.filter(({ firstSeq }) => firstSeq > 0).length,
    'chains that begin behind a signed head: their earlier records are not in this export.',
  );
  return limits;
}

function timeLimits(lastAt: string | null, heads: readonly SignedHead[], asOf: string): readonly Limit[] {
  const latest = heads.reduce((max, { signedAt }) => (signedAt > max ? signedAt : max), lastAt ?? '');
  if (latest.slice(0, 10) <= asOf) return [];
  const explanation = `There are records or heads dated later than ${asOf}: a clock was wrong, or the date is too early.`;
  return [{ what: 'later-than-as-of', count: null, explanation }];
}
