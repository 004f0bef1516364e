import { JUDGEMENT_FAILED, triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import {
  type CallCase,
  call,
  eventOf,
  findingEvent,
  IAM_USER,
  OWN,
  PARTNER,
  ROLE_SESSION,
  ROOT,
  recordOf,
  STRANGER,
} from './events';

const verdictOf = (one: CallCase, options?: Parameters<typeof triageEvent>[1]): string =>
  triageEvent(eventOf(one), options).verdict;

describe('the root user', () => {
  const asRoot = (record: object = {}, name = 's3:ListBuckets'): CallCase =>
    call(name, {}, { record: { userIdentity: ROOT, readOnly: true, ...record } });

  it('is an incident even when it only reads', () => {
    expect(triageEvent(eventOf(asRoot()))).toMatchObject({
      verdict: 'incident',
      severity: 'critical',
      signal: 'root-used',
    });
  });

  it('is an incident in a console session', () => {
    expect(
      verdictOf(
        asRoot({
          userIdentity: { ...ROOT, invokedBy: 'signin.amazonaws.com' },
          sessionCredentialFromConsole: 'true',
        }),
      ),
    ).toBe('incident');
    expect(
      verdictOf(
        call('signin:ConsoleLogin', null, {
          response: { ConsoleLogin: 'Success' },
          record: { userIdentity: ROOT, additionalEventData: { MFAUsed: 'Yes' } },
        }),
      ),
    ).toBe('incident');
  });

  it('is an incident in a session that was assumed for an account', () => {
    expect(
      verdictOf(asRoot({ userIdentity: { ...ROLE_SESSION, sessionContext: { assumedRoot: 'true' } } })),
    ).toBe('incident');
  });

  it.each([
    { eventType: 'AwsServiceEvent' },
    { eventType: 'awsserviceevent' },
    { userIdentity: { ...ROOT, invokedBy: 'support.amazonaws.com' } },
  ])('is not used when AWS acts by itself: %j', (record) => {
    expect(verdictOf(asRoot(record))).toBe('ignore');
  });

  it('is reviewed when its sign-in or call fails', () => {
    expect(
      verdictOf(
        call('signin:ConsoleLogin', null, {
          response: { ConsoleLogin: 'Failure' },
          record: { userIdentity: ROOT, errorMessage: 'Failed authentication' },
        }),
      ),
    ).toBe('review');
    expect(verdictOf(asRoot({ errorCode: 'AccessDenied' }))).toBe('review');
  });

  it('does not hide what it did', () => {
    const verdict = triageEvent(eventOf(asRoot({ readOnly: false }, 'cloudtrail:StopLogging')));
    expect(verdict).toMatchObject({ verdict: 'incident', signal: 'cloudtrail-stopped' });
    expect(verdict.reasons).toContain('userIdentity.type is Root');
  });
});

describe('failed calls', () => {
  it('are reviewed when access was denied, also for reading', () => {
    for (const errorCode of [
      'AccessDenied',
      'AccessDeniedException',
      'Client.UnauthorizedOperation',
      'VpceAccessDenied',
    ]) {
      expect(
        triageEvent(eventOf(call('s3:ListBuckets', {}, { record: { readOnly: true, errorCode } }))),
      ).toMatchObject({ verdict: 'review', signal: 'access-denied' });
    }
  });

  it('are ignored for another reason', () => {
    expect(
      verdictOf(
        call(
          's3:GetBucketLifecycle',
          {},
          { record: { readOnly: true, errorCode: 'NoSuchLifecycleConfiguration' } },
        ),
      ),
    ).toBe('ignore');
    expect(
      verdictOf(
        call('cloudtrail:UpdateTrail', { name: 'x' }, { record: { errorCode: 'TrailNotFoundException' } }),
      ),
    ).toBe('ignore');
  });

  it('are told by a message without a code, and by an answer that says no', () => {
    expect(verdictOf(call('cloudtrail:StopLogging', {}, { record: { errorMessage: 'Rate exceeded' } }))).toBe(
      'review',
    );
    expect(verdictOf(call('ec2:DeleteFlowLogs', {}, { response: { _return: false } }))).toBe('review');
  });

  it('are told by the answer of a sign-in', () => {
    for (const record of [
      { responseElements: { ConsoleLogin: 'Failure' } },
      { responseElements: null, serviceEventDetails: { ConsoleLogin: 'Failure' } },
    ]) {
      expect(
        triageEvent(
          eventOf(call('signin:ConsoleLogin', null, { record: { userIdentity: IAM_USER, ...record } })),
        ),
      ).toMatchObject({ verdict: 'review', signal: 'sign-in-failed' });
    }
  });

  it('are not told by an empty code', () => {
    for (const errorCode of ['', null, undefined]) {
      expect(verdictOf(call('cloudtrail:StopLogging', {}, { record: { errorCode } }))).toBe('incident');
    }
  });

  it('are attempts, also as a rehearsal', () => {
    expect(
      verdictOf(call('ec2:DeleteFlowLogs', {}, { record: { errorCode: 'Client.DryRunOperation' } })),
    ).toBe('review');
  });

  it('name the failure first', () => {
    expect(
      triageEvent(eventOf(call('cloudtrail:StopLogging', {}, { record: { errorCode: 'AccessDenied' } })))
        .reasons,
    ).toEqual(['errorCode is AccessDenied', 'eventName is StopLogging']);
  });
});

describe('decoys', () => {
  const options = { decoys: ['patients-old', 'AKIADECOYDECOYDECOY'] };
  const read = (record: object = {}): CallCase =>
    call('s3:GetObject', { bucketName: 'patients-old', key: 'k' }, { record: { readOnly: true, ...record } });

  it('are an incident when touched', () => {
    expect(triageEvent(eventOf(read()), options)).toMatchObject({
      verdict: 'incident',
      signal: 'decoy-touched',
    });
    expect(verdictOf(read())).toBe('ignore');
  });

  it('are known by a name that says so', () => {
    expect(verdictOf(call('secretsmanager:GetSecretValue', { secretId: 'honeytoken-db' }))).toBe('incident');
  });

  it('are not touched by AWS itself', () => {
    expect(
      verdictOf(read({ userIdentity: { type: 'AWSService', invokedBy: 'macie.amazonaws.com' } }), options),
    ).toBe('ignore');
    expect(
      verdictOf(
        read({
          userIdentity: {
            ...ROLE_SESSION,
            arn: `arn:aws:sts::${OWN}:assumed-role/AWSServiceRoleForConfig/x`,
          },
        }),
        options,
      ),
    ).toBe('ignore');
  });

  it('are reviewed when the touch is denied', () => {
    expect(verdictOf(read({ errorCode: 'AccessDenied' }), options)).toBe('review');
  });

  it('are an incident as an identity, whatever comes of it', () => {
    const stolen = { userIdentity: { ...IAM_USER, accessKeyId: 'AKIADECOYDECOYDECOY' } };
    expect(
      verdictOf(call('sts:GetCallerIdentity', {}, { record: { readOnly: true, ...stolen } }), options),
    ).toBe('incident');
    expect(
      verdictOf(
        call('sts:GetCallerIdentity', {}, { record: { errorCode: 'AccessDenied', ...stolen } }),
        options,
      ),
    ).toBe('incident');
  });
});

describe('access from outside', () => {
  it('is an incident without an identity', () => {
    const anonymous = {
      userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' },
      readOnly: true,
    };
    expect(verdictOf(call('s3:GetObject', { bucketName: 'b', key: 'k' }, { record: anonymous }))).toBe(
      'incident',
    );
    expect(
      verdictOf(
        call(
          's3:GetObject',
          { bucketName: 'b', key: 'k' },
          { record: { ...anonymous, errorCode: 'AccessDenied' } },
        ),
      ),
    ).toBe('review');
  });

  it('is reviewed from another account, and ordinary from ours', () => {
    const from = (accountId: string): CallCase =>
      call(
        's3:GetObject',
        { bucketName: 'b', key: 'k' },
        { record: { userIdentity: { type: 'AWSAccount', accountId }, readOnly: true } },
      );
    expect(verdictOf(from(STRANGER))).toBe('review');
    expect(verdictOf(from(OWN))).toBe('ignore');
    expect(verdictOf(from(PARTNER), { trustedAccounts: [PARTNER] })).toBe('ignore');
  });
});

describe('what we say of our estate', () => {
  it('is heard for accounts', () => {
    const share = call('rds:ModifyDBSnapshotAttribute', {
      dBSnapshotIdentifier: 's',
      valuesToAdd: [PARTNER],
    });
    expect(verdictOf(share)).toBe('incident');
    expect(verdictOf(share, { trustedAccounts: [PARTNER] })).toBe('ignore');
  });

  it('is heard for stores of audit records', () => {
    const expire = call('s3:PutBucketLifecycle', {
      bucketName: 'vault-7',
      LifecycleConfiguration: { Rule: { Status: 'Enabled', Expiration: { Days: 30 } } },
    });
    expect(verdictOf(expire)).toBe('review');
    expect(verdictOf(expire, { auditStores: ['vault-7'] })).toBe('incident');
  });

  it('is heard for retention', () => {
    const keep = call('logs:PutRetentionPolicy', { logGroupName: 'cloudtrail', retentionInDays: 2557 });
    expect(verdictOf(keep)).toBe('ignore');
    expect(verdictOf(keep, { retentionDays: 3653 })).toBe('incident');
  });

  it('is heard for ports and isolated networks', () => {
    const open = call('ec2:AuthorizeSecurityGroupIngress', {
      groupId: 'g',
      cidrIp: '0.0.0.0/0',
      ipProtocol: 'tcp',
      fromPort: 7777,
      toPort: 7777,
    });
    expect([verdictOf(open), verdictOf(open, { databasePorts: [7777] })]).toEqual(['review', 'incident']);
    const attach = call('ec2:AttachInternetGateway', { vpcId: 'vpc-1', internetGatewayId: 'igw-1' });
    expect([verdictOf(attach), verdictOf(attach, { isolatedVpcs: ['vpc-1'] })]).toEqual([
      'review',
      'incident',
    ]);
  });
});

describe('odd events', () => {
  const stop = eventOf(call('cloudtrail:StopLogging', { name: 't' }));

  it.each([
    ['no time', { ...stop, time: undefined }],
    ['an odd time', { ...stop, time: 'yesterday' }],
    ['no account', { ...stop, account: undefined }],
    ['an odd account', { ...stop, account: 'ours' }],
    ['other casing of the source', { ...stop, source: 'AWS.CloudTrail' }],
    ['no source', { ...stop, source: undefined }],
    [
      'other casing of names',
      { Source: 'aws.cloudtrail', DetailType: 'x', Detail: JSON.stringify(stop.detail) },
    ],
    ['a detail as JSON', { ...stop, detail: JSON.stringify(stop.detail) }],
    ['other casing of the call', { ...stop, detail: recordOf(call('cloudtrail:stoplogging')) }],
    [
      'other casing of the event type',
      {
        ...stop,
        detail: recordOf(call('cloudtrail:StopLogging', {}, { record: { eventType: 'awsApiCall' } })),
      },
    ],
    ['a bare record', recordOf(call('cloudtrail:StopLogging'))],
    ['a log file', { Records: [recordOf(call('s3:GetObject')), recordOf(call('cloudtrail:StopLogging'))] }],
    ['a message from a queue', { Records: [{ messageId: 'm', body: JSON.stringify(stop) }] }],
    ['a message from a topic', { Type: 'Notification', Message: JSON.stringify(stop) }],
    [
      'a message from a topic in a queue',
      { Records: [{ body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify(stop) }) }] },
    ],
  ])('are judged all the same: %s', (_, event) => {
    expect(triageEvent(event)).toMatchObject({ verdict: 'incident', signal: 'cloudtrail-stopped' });
  });

  it('of a source that is not judged are ignored', () => {
    expect(triageEvent(findingEvent('my.application', 'Order Placed', { order: 1 })).verdict).toBe('ignore');
  });

  it.each([
    ['no detail', { ...stop, detail: undefined }],
    ['a detail that is no object', { ...stop, detail: 7 }],
    ['no name of the call', { ...stop, detail: { eventSource: 'cloudtrail.amazonaws.com' } }],
    ['neither source nor anything known', { detail: { a: 1 } }],
  ])('that cannot be placed are reviewed: %s', (_, event) => {
    expect(triageEvent(event)).toMatchObject({ verdict: 'review', signal: 'unclear-event' });
  });

  it.each([
    [null],
    [undefined],
    [7],
    ['text'],
    [true],
    [[]],
    [[stop]],
    [{}],
    [{ id: 'x', account: OWN }],
    [{ Records: 'x' }],
  ])('that are no event are malformed: %j', (event) => {
    expect(triageEvent(event)).toMatchObject({
      verdict: 'malformed',
      severity: null,
      signal: null,
      dedupeKey: null,
      citations: [],
      id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it('keeps what a batch holds that is no event', () => {
    const verdict = triageEvent({ Records: [recordOf(call('s3:GetObject')), 'lost'] });
    expect(verdict.verdict).toBe('malformed');
    expect(verdict.findings?.map((finding) => finding.verdict)).toEqual(['ignore', 'malformed']);
  });
});

describe('a fault of ours', () => {
  it('keeps the event for a person to look at', () => {
    const event = eventOf(call('cloudtrail:StopLogging'));
    const detail = new Proxy(event.detail as object, {
      get: (target, name) => {
        if (name === 'requestParameters') {
          throw new Error('a fault');
        }
        return Reflect.get(target, name);
      },
    });
    expect(triageEvent({ ...event, detail })).toMatchObject({
      verdict: 'review',
      signal: 'unclear-event',
      reasons: [JUDGEMENT_FAILED],
    });
  });
});

describe('the id', () => {
  it('is that of the event, of its record, or the hash of what came', () => {
    const event = eventOf(call('cloudtrail:StopLogging'));
    expect(triageEvent(event).id).toBe('00000000-0000-4000-8000-000000000002');
    expect(triageEvent({ ...event, id: undefined }).id).toBe('00000000-0000-4000-8000-000000000001');
    expect(triageEvent({ source: 'x', detail: {} }).id).toMatch(/^sha256:/);
  });

  it('is a token where no service can have made it', () => {
    expect(triageEvent({ ...eventOf(call('s3:GetObject')), id: 'Jane Doe, 555-0100' }).id).toMatch(
      /^token:[0-9a-f]{16}$/,
    );
  });
});

describe('the dedupe key', () => {
  const key = (one: CallCase, change: object = {}): string | null =>
    triageEvent({ ...eventOf(one), ...change }).dedupeKey;
  const stop = call('cloudtrail:StopLogging', { name: 'trail' });

  it('is the same for repeats of the same fact', () => {
    expect(key(stop)).toBe(key(stop, { id: 'another', time: '2026-05-06T07:08:09Z' }));
    expect(key(stop)).toBe(
      key(call('cloudtrail:StopLogging', { name: `arn:aws:cloudtrail:us-east-1:${OWN}:trail/trail` })),
    );
  });

  it.each([
    ['resource', key(call('cloudtrail:StopLogging', { name: 'other' }))],
    ['account', key(stop, { account: PARTNER })],
    ['region', key(stop, { region: 'eu-west-1' })],
    [
      'outcome',
      key(call('cloudtrail:StopLogging', { name: 'trail' }, { record: { errorCode: 'AccessDenied' } })),
    ],
    ['signal', key(call('cloudtrail:UpdateTrail', { name: 'trail', isMultiRegionTrail: false }))],
  ])('differs with the %s', (_, other) => {
    expect(other).not.toBeNull();
    expect(other).not.toBe(key(stop));
  });

  it('is null where nothing is recorded', () => {
    expect(key(call('s3:GetObject', {}))).toBeNull();
  });

  it('is the same for updates of a finding, until it becomes an incident', () => {
    const finding = (severity: number, id = 'f'): string | null =>
      triageEvent(
        findingEvent('aws.guardduty', 'GuardDuty Finding', { id, type: 'A:B/C', severity, service: {} }),
      ).dedupeKey;
    expect(finding(5)).toBe(finding(8));
    expect(finding(3)).not.toBe(finding(5));
    expect(finding(5)).not.toBe(finding(5, 'g'));
  });
});

describe('reasons', () => {
  const secret = 'Jane Doe 000-12-3456';

  it.each([
    call('s3:PutBucketPolicy', {
      bucketName: secret,
      bucketPolicy: { Statement: [{ Effect: 'Allow', Principal: { AWS: secret }, Action: '*' }] },
    }),
    call('iam:AttachUserPolicy', { userName: secret, policyArn: secret }),
    call('rds:ModifyDBSnapshotAttribute', { dBSnapshotIdentifier: secret, valuesToAdd: [secret] }),
    call('ram:CreateResourceShare', { name: secret, principals: [secret] }),
    call('kms:CreateGrant', { keyId: secret, granteePrincipal: secret }),
    call('lambda:AddPermission', { functionName: secret, principal: secret, sourceArn: secret }),
    call('cloudtrail:UpdateTrail', { name: secret, s3BucketName: secret }),
    call('ec2:AuthorizeSecurityGroupIngress', { groupId: secret, cidrIp: `${secret}/0`, ipProtocol: secret }),
    call('organizations:DeregisterDelegatedAdministrator', { servicePrincipal: secret }),
    call(`s3:${secret}`, { key: secret }),
    call('s3:GetObject', { key: secret }, { record: { errorCode: secret, errorMessage: secret } }),
    call(
      's3:GetObject',
      { bucketName: 'b', key: secret },
      { record: { userIdentity: { type: 'AWSAccount', accountId: secret, arn: secret } } },
    ),
  ])('carry no text that somebody chose: $call', (one) => {
    const text = JSON.stringify(triageEvent(eventOf(one)));
    expect(text).not.toMatch(/Jane|Doe|000-12-3456/);
  });

  it('name the field and the value that decided', () => {
    expect(
      triageEvent(
        eventOf(call('rds:ModifyDBInstance', { dBInstanceIdentifier: 'd', publiclyAccessible: true })),
      ).reasons,
    ).toEqual(['requestParameters.publiclyAccessible is true']);
    expect(triageEvent(eventOf(call('s3:GetObject', {}, { record: { readOnly: true } }))).reasons).toEqual([
      'readOnly is true',
    ]);
  });

  it('are few, however much is in the event', () => {
    const valuesToAdd = Array.from({ length: 500 }, (_, index) => String(900000000000 + index));
    expect(triageEvent(eventOf(call('rds:ModifyDBSnapshotAttribute', { valuesToAdd }))).reasons).toHaveLength(
      8,
    );
  });
});
