import type { TriageOptions } from '../../../../../lambda/breach/domain/triage/options';

/** Builders of synthetic events in the shapes that AWS documents. Accounts are those reserved for documentation. */
export const OWN = '111122223333';
export const PARTNER = '444455556666';
export const STRANGER = '999988887777';

export interface CallCase {
  /** `service:EventName`. */
  readonly call: string;
  readonly request?: unknown;
  readonly response?: unknown;
  /** Fields of the record that differ from an ordinary one. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** What is known of the estate. */
  readonly options?: TriageOptions;
}

/** An API call as a case of a table. */
export function call(
  name: string,
  request: unknown = {},
  rest: Omit<CallCase, 'call' | 'request'> = {},
): CallCase {
  return { call: name, request, ...rest };
}

/** The same request for several calls. */
export function calls(names: readonly string[], request: unknown = {}): readonly CallCase[] {
  return names.map((name) => call(name, request));
}

export const ROLE_SESSION = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLEEXAMPLE:operator',
  arn: `arn:aws:sts::${OWN}:assumed-role/Operator/operator`,
  accountId: OWN,
  accessKeyId: 'ASIAEXAMPLEEXAMPLE',
  sessionContext: {
    sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${OWN}:role/Operator`, accountId: OWN },
  },
};

export const IAM_USER = {
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLEEXAMPLE',
  arn: `arn:aws:iam::${OWN}:user/example`,
  accountId: OWN,
  accessKeyId: 'AKIAEXAMPLEEXAMPLE',
  userName: 'example',
};

export const ROOT = { type: 'Root', principalId: OWN, arn: `arn:aws:iam::${OWN}:root`, accountId: OWN };

/** The CloudTrail record of a case. */
export function recordOf({
  call: name,
  request = null,
  response = null,
  record = {},
}: CallCase): Record<string, unknown> {
  const [service = '', eventName = ''] = name.split(':');
  return {
    eventVersion: '1.11',
    userIdentity: ROLE_SESSION,
    eventTime: '2026-03-04T05:06:07Z',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    awsRegion: 'us-east-1',
    sourceIPAddress: '203.0.113.10',
    userAgent: 'aws-cli/2.0',
    requestParameters: request,
    responseElements: response,
    requestID: 'EXAMPLE',
    eventID: '00000000-0000-4000-8000-000000000001',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: OWN,
    eventCategory: 'Management',
    ...record,
  };
}

/** The case as EventBridge delivers it. */
export function eventOf(one: CallCase): Record<string, unknown> {
  const detail = recordOf(one);
  const service = one.call.split(':')[0];
  return {
    version: '0',
    id: '00000000-0000-4000-8000-000000000002',
    'detail-type':
      service === 'signin' ? 'AWS Console Sign In via CloudTrail' : 'AWS API Call via CloudTrail',
    source: `aws.${service}`,
    account: OWN,
    time: '2026-03-04T05:06:08Z',
    region: 'us-east-1',
    resources: [],
    detail,
  };
}

/** An event that is no API call. */
export function findingEvent(source: string, detailType: string, detail: unknown): Record<string, unknown> {
  return {
    version: '0',
    id: '00000000-0000-4000-8000-000000000003',
    'detail-type': detailType,
    source,
    account: OWN,
    time: '2026-03-04T05:06:08Z',
    region: 'us-east-1',
    resources: [],
    detail,
  };
}

/** A policy with one statement that allows. */
export function allow(
  principal: unknown,
  condition?: unknown,
  action: unknown = 's3:GetObject',
): Record<string, unknown> {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: action,
        Resource: '*',
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ],
  };
}

/** A policy for an identity. */
export function rights(statement: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
}
