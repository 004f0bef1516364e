/**
 * What a call of AWS may take within a request, in ms, each attempt: what takes longer fails. Without `throwOnRequestTimeout` the SDK
 * would only warn and wait on.
 */
export const REQUEST_LIMITS = {
  connectionTimeout: 1_000,
  requestTimeout: 2_500,
  throwOnRequestTimeout: true,
} as const;
