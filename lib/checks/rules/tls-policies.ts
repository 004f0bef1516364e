import { got } from '../template-values/got';

/** A version of TLS or of SSL before it, oldest first. */
const VERSIONS = ['SSL 3.0', 'TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'] as const;

type TlsVersion = (typeof VERSIONS)[number];

/** The oldest version that may still be negotiated. */
const OLDEST_ACCEPTED: TlsVersion = 'TLS 1.2';

/**
 * The security policies of AWS by the oldest version that each lets a client use, as their documentation has them in November
 * 2026: of Elastic Load Balancing, API Gateway, CloudFront and OpenSearch Service. No name belongs to two services.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html
 */
const POLICIES: Readonly<Record<TlsVersion, readonly string[]>> = {
  'SSL 3.0': ['ELBSecurityPolicy-2011-08', 'ELBSecurityPolicy-2014-01', 'SSLv3'],
  'TLS 1.0': [
    'ELBSecurityPolicy-2014-10',
    'ELBSecurityPolicy-2015-02',
    'ELBSecurityPolicy-2015-03',
    'ELBSecurityPolicy-2015-05',
    'ELBSecurityPolicy-2016-08',
    'ELBSecurityPolicy-FS-2018-06',
    'ELBSecurityPolicy-TLS-1-0-2015-04',
    'ELBSecurityPolicy-TLS13-1-0-2021-06',
    'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-0-PQ-2025-09',
    'Policy-Min-TLS-1-0-2019-07',
    'TLS_1_0',
    'TLSv1',
    'TLSv1_2016',
  ],
  'TLS 1.1': [
    'ELBSecurityPolicy-FS-1-1-2019-08',
    'ELBSecurityPolicy-TLS-1-1-2017-01',
    'ELBSecurityPolicy-TLS13-1-1-2021-06',
    'ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04',
    'TLSv1.1_2016',
  ],
  'TLS 1.2': [
    'ELBSecurityPolicy-FS-1-2-2019-08',
    'ELBSecurityPolicy-FS-1-2-Res-2019-08',
    'ELBSecurityPolicy-FS-1-2-Res-2020-10',
    'ELBSecurityPolicy-TLS-1-2-2017-01',
    'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
    'ELBSecurityPolicy-TLS13-1-2-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-RFC9151-FIPS-2023-07',
    'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    'Policy-Min-TLS-1-2-2019-07',
    'Policy-Min-TLS-1-2-PFS-2023-10',
    'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08',
    'SecurityPolicy_TLS12_2018_EDGE',
    'SecurityPolicy_TLS12_PFS_2025_EDGE',
    'SecurityPolicy_TLS13_1_2_2021_06',
    'SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09',
    'SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09',
    'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
    'SecurityPolicy_TLS13_1_2_PQ_2025_09',
    'TLS_1_2',
    'TLSv1.2_2018',
    'TLSv1.2_2019',
    'TLSv1.2_2021',
    'TLSv1.2_2025',
  ],
  'TLS 1.3': [
    'ELBSecurityPolicy-TLS13-1-3-2021-06',
    'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
    'ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
    'ELBSecurityPolicy-TLS13-1-3-RFC9151-FIPS-2023-07',
    'SecurityPolicy_TLS13_1_3_2025_09',
    'SecurityPolicy_TLS13_1_3_FIPS_2025_09',
    'SecurityPolicy_TLS13_2025_EDGE',
    'TLSv1.3_2025',
  ],
};

const OLDEST_VERSIONS: ReadonlyMap<unknown, TlsVersion> = new Map(
  VERSIONS.flatMap((version) => POLICIES[version].map((policy) => [policy, version] as const)),
);

/** The oldest version of TLS that a policy of AWS lets a client use; undefined for a name that is none. */
export function oldestTlsVersion(policy: unknown): TlsVersion | undefined {
  return OLDEST_VERSIONS.get(policy);
}

/**
 * What is wrong with a security policy; undefined when it allows nothing older than TLS 1.2. An unknown one is wrong: nobody
 * knows what it allows.
 *
 * @param property the property that holds the policy, as the message names it
 */
export function tlsPolicyProblem(property: string, policy: unknown): string | undefined {
  const oldest = oldestTlsVersion(policy);
  if (oldest !== undefined && VERSIONS.indexOf(oldest) >= VERSIONS.indexOf(OLDEST_ACCEPTED)) return undefined;
  const allows = oldest === undefined ? '' : ` It allows ${oldest}.`;
  const unknown =
    oldest === undefined && typeof policy === 'string' ? ' No policy of this name is known.' : '';
  return `${property} must be a policy that allows nothing older than ${OLDEST_ACCEPTED}, ${got(policy)}${allows}${unknown}`;
}
