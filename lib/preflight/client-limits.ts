/** How long and how often a call is tried: a probe that cannot look gives up within a minute. */
export const CLIENT_LIMITS = {
  maxAttempts: 3,
  requestHandler: {
    /** Milliseconds. */
    connectionTimeout: 5_000,
    /** Milliseconds. */
    requestTimeout: 15_000,
    throwOnRequestTimeout: true,
  },
} as const;
