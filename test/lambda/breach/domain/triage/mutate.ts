import { ACCESS_CASES } from './cases/access-cases';
import { AUDIT_CASES } from './cases/audit-cases';
import { STORE_CASES } from './cases/store-cases';
import { eventOf, findingEvent, OWN, STRANGER } from './events';

/** A reproducible source of numbers in [0, 1): the same seed gives the same events. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values that break careless code. */
const ODDITIES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  4,
  '',
  '*',
  'true',
  'FALSE',
  'Root',
  'ARCHIVE',
  '0.0.0.0/0',
  OWN,
  STRANGER,
  `arn:aws:iam::${STRANGER}:root`,
  'arn:',
  'arn:aws:iam',
  '{"Statement":[{"Effect":"Allow","Principal":"*"}]}',
  '%7B%ZZ',
  '\u0000\ud800',
  'x'.repeat(3000),
  [],
  {},
  [[]],
  { items: { items: { items: [null] } } },
  {
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: [1, null, {}] },
      Condition: { StringEquals: 7, ArnLike: { 'aws:SourceArn': [null] } },
    },
  },
  JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"toString":2,"hasOwnProperty":3,"length":-1}'),
];

const CALLS = [...AUDIT_CASES, ...STORE_CASES, ...ACCESS_CASES].flatMap(
  ({ incidents = [], reviews = [], ignored = [] }) => [...incidents, ...reviews, ...ignored],
);

const FINDINGS = [
  findingEvent('aws.guardduty', 'GuardDuty Finding', {
    id: 'f',
    type: 'A:B/C',
    severity: 5,
    service: { archived: false, additionalInfo: {} },
  }),
  findingEvent('aws.macie', 'Macie Finding', {
    category: 'CLASSIFICATION',
    resourcesAffected: { s3Bucket: { publicAccess: { effectivePermission: 'PUBLIC' } } },
  }),
  findingEvent('aws.securityhub', 'Security Hub Findings - Imported', {
    findings: [
      { Id: 'a', Severity: { Label: 'HIGH' } },
      { Compliance: { Status: 'FAILED' }, Title: 't' },
    ],
  }),
  findingEvent('aws.config', 'Config Rules Compliance Change', {
    configRuleName: 'r',
    newEvaluationResult: { complianceType: 'NON_COMPLIANT' },
  }),
  findingEvent('aws.access-analyzer', 'Access Analyzer Finding', {
    status: 'ACTIVE',
    principal: { AWS: STRANGER },
  }),
  findingEvent('aws.cloudwatch', 'CloudWatch Alarm State Change', {
    alarmName: 'RootUsage',
    state: { value: 'ALARM' },
    configuration: { metrics: [{}] },
  }),
  findingEvent('aws.health', 'AWS Health Event', {
    service: 'RISK',
    eventTypeCode: 'AWS_RISK_CREDENTIALS_EXPOSED',
  }),
  findingEvent('aws.s3', 'Object Deleted', {
    bucket: { name: 'b' },
    'deletion-type': 'Permanently Deleted',
    object: { 'version-id': 'v' },
  }),
];

/** Events that are judged, one for each case of the tables and each source. */
export const SEEDS: readonly string[] = [...CALLS.map(eventOf), ...FINDINGS].map((event) =>
  JSON.stringify(event),
);

/** One of the seeds with up to four places changed: dropped, replaced, wrapped, renamed or cut. Still JSON. */
export function mutated(random: () => number): Record<string, unknown> {
  const event = JSON.parse(pick(SEEDS, random)) as Record<string, unknown>;
  for (let count = Math.floor(random() * 4); count >= 0; count -= 1) {
    change(event, random);
  }
  return JSON.parse(JSON.stringify(event)) as Record<string, unknown>;
}

function change(root: Record<string, unknown>, random: () => number): void {
  let holder: Record<string, unknown> = root;
  for (let depth = Math.floor(random() * 7); depth > 0; depth -= 1) {
    const inner = holder[pick(Object.keys(holder), random) ?? ''];
    if (typeof inner !== 'object' || inner === null) {
      break;
    }
    holder = inner as Record<string, unknown>;
  }
  const key = pick(Object.keys(holder), random) ?? 'added';
  const value = holder[key];
  switch (Math.floor(random() * 6)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[key] = oddity(random);
      break;
    case 2:
      holder[key] = random() < 0.5 ? [value] : { value };
      break;
    case 3:
      holder[random() < 0.5 ? key.toUpperCase() : key.toLowerCase()] = value;
      break;
    case 4:
      holder[`added${Math.floor(random() * 9)}`] = oddity(random);
      break;
    default:
      holder[key] =
        typeof value === 'string' ? value.slice(0, Math.floor(random() * value.length)) : oddity(random);
  }
}

/** A fresh copy, so that no later change reaches the others. */
function oddity(random: () => number): unknown {
  return JSON.parse(JSON.stringify(pick(ODDITIES, random)));
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}
