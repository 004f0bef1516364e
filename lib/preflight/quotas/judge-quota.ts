import type { Finding } from '../finding';

/** Used beyond this share, a limit is worth raising before it stops somebody. */
const NEAR = 0.8;

/** What is known of a limit. */
export interface QuotaReading {
  /** Like `VPCs`. */
  readonly what: string;
  readonly limit: number;
  readonly used: number;
  /** How many the deployment still has to make. */
  readonly missing: number;
  /** What Service Quotas calls it; null where the limit is fixed. */
  readonly code: string | null;
}

/** Whether what the deployment makes still fits, and whether it is the last that fits. */
export function judgeQuota({ what, limit, used, missing, code }: QuotaReading): Finding {
  const after = used + missing;
  const text = `${used} of ${limit} ${what} are used, and the deployment makes ${missing}.`;
  if (missing === 0 && used <= limit * NEAR) return { status: 'ok', text };
  const fix =
    code === null
      ? `Remove some: AWS does not offer a higher limit in Service Quotas.`
      : `Ask Service Quotas for more ${what} (${code}).`;
  if (missing > 0 && after > limit) return { status: 'blocks', text, fix };
  return after > limit * NEAR ? { status: 'attention', text, fix } : { status: 'ok', text };
}
