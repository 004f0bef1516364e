import type { Probe } from './probe';
import { accessAnalyzerProbe } from './probes/access-analyzer';
import { alertSubscriptionsProbe } from './probes/alert-subscriptions';
import { baaProbe } from './probes/baa';
import { bootstrapProbe } from './probes/bootstrap';
import { configRecorderProbe } from './probes/config-recorder';
import { configServiceRoleProbe } from './probes/config-service-role';
import { conformancePacksProbe } from './probes/conformance-packs';
import { ebsEncryptionProbe } from './probes/ebs-encryption';
import { endpointServicesProbe } from './probes/endpoint-services';
import { guardDutyProbe } from './probes/guard-duty';
import { iamQuotasProbe } from './probes/iam-quotas';
import { instanceClassProbe } from './probes/instance-class';
import { keyAdministratorsProbe } from './probes/key-administrators';
import { lambdaConcurrencyProbe } from './probes/lambda-concurrency';
import { leftoversProbe } from './probes/leftovers';
import { macieProbe } from './probes/macie';
import { passwordPolicyProbe } from './probes/password-policy';
import { publicAccessBlockProbe } from './probes/public-access-block';
import { rdsOsMetricsProbe } from './probes/rds-os-metrics';
import { securityHubProbe } from './probes/security-hub';
import { trailsProbe } from './probes/trails';
import { MANAGEMENT_QUOTAS } from './quotas/management-quotas';
import { NETWORK_QUOTAS } from './quotas/network-quotas';
import { quotaProbe } from './quotas/quota-probe';
import { STORAGE_QUOTAS } from './quotas/storage-quotas';

/**
 * Every look at the account after those at the regions and at the environment's own stacks, in the order of the output.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(A)
 */
export const PROBES: readonly Probe[] = [
  bootstrapProbe,
  baaProbe,
  configRecorderProbe,
  configServiceRoleProbe,
  conformancePacksProbe,
  guardDutyProbe,
  securityHubProbe,
  macieProbe,
  accessAnalyzerProbe,
  rdsOsMetricsProbe,
  passwordPolicyProbe,
  publicAccessBlockProbe,
  ebsEncryptionProbe,
  trailsProbe,
  endpointServicesProbe,
  instanceClassProbe,
  keyAdministratorsProbe,
  leftoversProbe,
  alertSubscriptionsProbe,
  lambdaConcurrencyProbe,
  ...[...NETWORK_QUOTAS, ...STORAGE_QUOTAS, ...MANAGEMENT_QUOTAS].map(quotaProbe),
  iamQuotasProbe,
];
