import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { BatchIsAuthorizedCommand, VerifiedPermissionsClient } from '@aws-sdk/client-verifiedpermissions';
import { mockClient } from 'aws-sdk-client-mock';
import { CedarAuthorizer } from '../../../../lambda/records/adapters/cedar-authorizer';
import { readCedarPolicies } from '../../../../lambda/records/adapters/cedar-policies';
import { EventBridgeSecurityAlerts } from '../../../../lambda/records/adapters/event-bridge-security-alerts';
import { kmsTokenKey } from '../../../../lambda/records/adapters/kms-token-key';
import { VerifiedPermissionsAuthorizer } from '../../../../lambda/records/adapters/verified-permissions-authorizer';
import { CATEGORIES } from '../../../../lambda/records/domain/access/category';
import type { AccessQuestion } from '../../../../lambda/records/domain/access/decision';
import { ROLES } from '../../../../lambda/records/domain/access/role';

describe('VerifiedPermissionsAuthorizer', () => {
  const client = mockClient(VerifiedPermissionsClient);
  const authorizer = new VerifiedPermissionsAuthorizer(
    new VerifiedPermissionsClient({ region: 'us-east-1' }),
    'store',
  );
  beforeEach(() => client.reset());

  const question = (changes: Partial<AccessQuestion> = {}): AccessQuestion => ({
    role: 'nurse',
    action: 'read',
    resource: 'vitals',
    relations: ['careTeam'],
    purpose: 'treatment',
    author: false,
    ...changes,
  });

  /** Stands for the service: it asks the same engine with the same policies. */
  function answerWithCedar(): void {
    const engine = new CedarAuthorizer(readCedarPolicies());
    client.on(BatchIsAuthorizedCommand).callsFake(async (input) => ({
      results: await Promise.all(
        input.requests.map(async (request: (typeof input.requests)[number]) => {
          const { purpose, author, ...relations } = request.context.contextMap;
          const role = input.entities.entityList[0].parents[0].entityId;
          const [decision] = await engine.decide([
            {
              role,
              action: request.action.actionId,
              resource: request.resource.entityId,
              relations: Object.keys(relations).filter(
                (name) => relations[name].boolean,
              ) as AccessQuestion['relations'],
              purpose: purpose.string,
              author: author.boolean,
            },
          ]);
          return {
            request,
            decision: decision?.allowed ? 'ALLOW' : 'DENY',
            determiningPolicies: decision?.policies.map((policyId) => ({ policyId })) ?? [],
            errors: [],
          };
        }),
      ),
    }));
  }

  it('asks with the role as the only parent of a caller without a name, and no id of anybody', async () => {
    answerWithCedar();
    expect(await authorizer.decide([question()])).toEqual([{ allowed: true, policies: ['nurse-reads'] }]);
    const caller = { entityType: 'Records::User', entityId: 'caller' };
    expect(client.commandCalls(BatchIsAuthorizedCommand)[0]?.args[0].input).toEqual({
      policyStoreId: 'store',
      entities: {
        entityList: [{ identifier: caller, parents: [{ entityType: 'Records::Role', entityId: 'nurse' }] }],
      },
      requests: [
        {
          principal: caller,
          action: { actionType: 'Records::Action', actionId: 'read' },
          resource: { entityType: 'Records::Category', entityId: 'vitals' },
          context: {
            contextMap: {
              purpose: { string: 'treatment' },
              author: { boolean: false },
              careTeam: { boolean: true },
              self: { boolean: false },
              breakGlass: { boolean: false },
            },
          },
        },
      ],
    });
  });

  it('answers any number of questions of any roles in their order, thirty a call and one role a call', async () => {
    answerWithCedar();
    const questions = ROLES.flatMap((role) =>
      CATEGORIES.flatMap((resource) =>
        (['read', 'write', 'delete'] as const).map((action) =>
          question({ role, resource, action, purpose: 'payment' }),
        ),
      ),
    ).reverse();
    const local = await new CedarAuthorizer(readCedarPolicies()).decide(questions);
    expect(await authorizer.decide(questions)).toEqual(local);
    expect(local.some(({ allowed }) => allowed)).toBe(true);
    const calls = client.commandCalls(BatchIsAuthorizedCommand);
    expect(calls).toHaveLength(ROLES.length * 2);
    expect(calls.every(({ args }) => (args[0].input.requests?.length ?? 0) <= 30)).toBe(true);
  });

  const answered = {
    action: { actionType: 'Records::Action', actionId: 'read' },
    resource: { entityType: 'Records::Category', entityId: 'vitals' },
  };

  it.each([
    [
      'a policy that could not be evaluated',
      { decision: 'ALLOW', request: answered, errors: [{ errorDescription: 'x' }] },
    ],
    ['a denial', { decision: 'DENY', request: answered, errors: [] }],
    ['no decision', { decision: undefined, request: answered, errors: [] }],
    [
      'an answer to another question',
      {
        decision: 'ALLOW',
        request: { ...answered, resource: { entityType: 'Records::Category', entityId: 'notes' } },
        errors: [],
      },
    ],
    ['an answer without its question', { decision: 'ALLOW', request: undefined, errors: [] }],
  ] as const)('denies after %s', async (_what, item) => {
    client.on(BatchIsAuthorizedCommand).resolves({
      results: [{ ...item, determiningPolicies: [], errors: [...item.errors] as [] }],
    });
    expect(await authorizer.decide([question()])).toEqual([{ allowed: false, policies: [] }]);
  });

  it('rejects when the service does not answer, or not for every question', async () => {
    client.on(BatchIsAuthorizedCommand).rejectsOnce(new Error('away')).resolves({ results: [] });
    await expect(authorizer.decide([question()])).rejects.toThrow('away');
    await expect(authorizer.decide([question()])).rejects.toThrow(
      "'results' must be as many as 1 requests, got: 0",
    );
  });

  it('asks nothing when there is no question', async () => {
    expect(await authorizer.decide([])).toEqual([]);
    expect(client.commandCalls(BatchIsAuthorizedCommand)).toHaveLength(0);
  });
});

describe('EventBridgeSecurityAlerts', () => {
  const client = mockClient(EventBridgeClient);
  const alerts = new EventBridgeSecurityAlerts(new EventBridgeClient({ region: 'us-east-1' }), 'bus');
  const at = new Date('2026-01-15T12:00:00.000Z');
  const alert = {
    grantId: 'g',
    userId: 'u',
    patientToken: 'tok-abcdefghijklmnopabcd',
    reason: 'unconscious',
    grantedAt: at,
    expiresAt: at,
    reviewDueAt: at,
    correlationId: 'c',
    justification: 'Zebulon fell down',
  } as const;
  beforeEach(() => client.reset());

  it('puts an event of known fields on the bus, whatever else it is given', async () => {
    client.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
    await alerts.breakGlassOpened(alert);
    const [entry] = client.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries ?? [];
    expect(entry).toMatchObject({
      EventBusName: 'bus',
      Source: 'aws-hipaa-baseline.records',
      DetailType: 'Break-glass opened',
      Time: at,
    });
    const { justification: _, ...known } = alert;
    expect(JSON.parse(entry?.Detail ?? '')).toEqual(JSON.parse(JSON.stringify(known)));
  });

  it.each([
    ['refused', { FailedEntryCount: 1, Entries: [{ ErrorCode: 'InternalFailure' }] }],
    ['not acknowledged', { FailedEntryCount: 0, Entries: [] }],
    ['answered with nothing', {}],
  ])('rejects when the event was %s', async (_what, answer) => {
    client.on(PutEventsCommand).resolves(answer);
    await expect(alerts.breakGlassOpened(alert)).rejects.toThrow('the event bus must accept the alert');
  });
});

describe('kmsTokenKey', () => {
  const client = mockClient(KMSClient);

  it('derives the key from an HMAC key of KMS', async () => {
    client.on(GenerateMacCommand).resolves({ Mac: new Uint8Array(32).fill(5) });
    expect(await kmsTokenKey(new KMSClient({ region: 'us-east-1' }), 'key')).toEqual(
      new Uint8Array(32).fill(5),
    );
    const input = client.commandCalls(GenerateMacCommand)[0]?.args[0].input;
    expect({ ...input, Message: Buffer.from(input?.Message ?? []).toString() }).toEqual({
      KeyId: 'key',
      MacAlgorithm: 'HMAC_SHA_256',
      Message: 'hipaa-baseline/patient-token/v1',
    });
  });

  it('rejects without an answer', async () => {
    client.on(GenerateMacCommand).resolves({});
    await expect(kmsTokenKey(new KMSClient({ region: 'us-east-1' }), 'key')).rejects.toThrow(
      'KMS must answer with a MAC',
    );
  });
});
