import {
  type AttributeValue,
  BatchIsAuthorizedCommand,
  type BatchIsAuthorizedOutputItem,
  type VerifiedPermissionsClient,
} from '@aws-sdk/client-verifiedpermissions';
import type { AccessQuestion, Decision } from '../domain/access/decision';
import type { Authorizer } from '../ports/authorizer';
import { type CedarEntity, type CedarRequest, cedarRequest } from './cedar-request';

/** What one call may ask. */
const LARGEST_BATCH = 30;

const DENIED: Decision = { allowed: false, policies: [] };

/**
 * Judges with Amazon Verified Permissions, which is told neither who asks nor about whom. What it cannot evaluate is denied.
 *
 * @see 45 CFR 164.312(a)(1)
 */
export class VerifiedPermissionsAuthorizer implements Authorizer {
  readonly #client: Pick<VerifiedPermissionsClient, 'send'>;
  readonly #policyStoreId: string;

  constructor(client: Pick<VerifiedPermissionsClient, 'send'>, policyStoreId: string) {
    this.#client = client;
    this.#policyStoreId = policyStoreId;
  }

  async decide(questions: readonly AccessQuestion[]): Promise<readonly Decision[]> {
    const decisions: Decision[] = questions.map(() => DENIED);
    await Promise.all(
      batchesOf(questions).map(async (batch) => {
        const answers = await this.#ask(batch.map(({ request }) => request));
        for (const [index, { place }] of batch.entries()) decisions[place] = answers[index] ?? DENIED;
      }),
    );
    return decisions;
  }

  async #ask(requests: readonly CedarRequest[]): Promise<readonly Decision[]> {
    const [first] = requests;
    if (first === undefined) return [];
    const { results = [] } = await this.#client.send(
      new BatchIsAuthorizedCommand({
        policyStoreId: this.#policyStoreId,
        entities: {
          entityList: [{ identifier: identifier(first.principal), parents: [identifier(first.role)] }],
        },
        requests: requests.map(({ principal, action, resource, context }) => ({
          principal: identifier(principal),
          action: { actionType: action.type, actionId: action.id },
          resource: identifier(resource),
          context: { contextMap: contextMap(context) },
        })),
      }),
    );
    if (results.length !== requests.length) {
      throw new Error(`'results' must be as many as ${requests.length} requests, got: ${results.length}`);
    }
    return requests.map((request, index) => decisionOf(request, results[index]));
  }
}

interface Placed {
  readonly place: number;
  readonly request: CedarRequest;
}

/** One call has one set of entities, and so one role. */
function batchesOf(questions: readonly AccessQuestion[]): readonly (readonly Placed[])[] {
  const placed = questions.map((question, place) => ({ place, request: cedarRequest(question) }));
  return [...Map.groupBy(placed, ({ request }) => request.role.id).values()].flatMap((ofRole) =>
    Array.from({ length: Math.ceil(ofRole.length / LARGEST_BATCH) }, (_, index) =>
      ofRole.slice(index * LARGEST_BATCH, (index + 1) * LARGEST_BATCH),
    ),
  );
}

/** A policy that failed to evaluate may be one that forbids; an answer to another question is none. */
function decisionOf(asked: CedarRequest, answer: BatchIsAuthorizedOutputItem | undefined): Decision {
  const same =
    answer?.request?.action?.actionId === asked.action.id &&
    answer.request.resource?.entityId === asked.resource.id;
  if (!same || answer.decision !== 'ALLOW' || (answer.errors?.length ?? 0) > 0) {
    return { allowed: false, policies: policiesOf(answer) };
  }
  return { allowed: true, policies: policiesOf(answer) };
}

function policiesOf(answer: BatchIsAuthorizedOutputItem | undefined): readonly string[] {
  return (answer?.determiningPolicies ?? []).flatMap(({ policyId }) => policyId ?? []).sort();
}

function identifier({ type, id }: CedarEntity) {
  return { entityType: type, entityId: id };
}

function contextMap(context: CedarRequest['context']): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(context).map(([name, value]) => [
      name,
      typeof value === 'string' ? { string: value } : { boolean: value },
    ]),
  );
}
