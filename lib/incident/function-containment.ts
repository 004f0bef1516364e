import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { z } from 'zod';
import type { ContainmentCall } from '../../lambda/breach/handlers/containment-call';
import type { CaseOutcome } from '../../lambda/breach/use-cases/change-case';
import type { ContainmentPlan } from '../../lambda/breach/use-cases/contain-incident';
import type { Containment } from './containment';
import { DeskError } from './desk-error';

const refusalsSchema = z.array(z.object({ reason: z.string(), citation: z.string().nullable() }));

const answerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('planned'), changes: z.array(z.string()), refusals: refusalsSchema }),
  z.object({ outcome: z.literal('refused'), refusals: refusalsSchema }),
  z.object({ outcome: z.literal('unknown') }),
  z.object({ outcome: z.literal('done'), incident: z.object({ schemaVersion: z.literal(1) }) }),
]);

const failureSchema = z.object({ errorType: z.string(), errorMessage: z.string() });

/** Containment by the function that may contain: the responder has no rights of the actions, only that of calling it. */
export function functionContainment(
  client: Pick<LambdaClient, 'send'>,
  functionArn: string,
  by: string,
): Containment {
  const call = async (event: ContainmentCall): Promise<ContainmentPlan | CaseOutcome> => {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: functionArn, Payload: Buffer.from(JSON.stringify(event)) }),
    );
    const answer = parsed(Payload);
    if (FunctionError !== undefined) throw failureOf(answer);
    if (!answerSchema.safeParse(answer).success) throw noAnswer();
    // The incident in it is the register's own, of the same version as ours.
    return answer as ContainmentPlan | CaseOutcome;
  };
  return {
    plan: (incidentId, request) => call({ action: 'plan', incidentId, by, ...request }),
    apply: async (incidentId, request) =>
      outcomeOf(await call({ action: 'apply', incidentId, by, ...request })),
    undo: async (incidentId, actionId, target) =>
      outcomeOf(await call({ action: 'undo', incidentId, by, actionId, target })),
  };
}

function outcomeOf(answer: ContainmentPlan | CaseOutcome): CaseOutcome {
  if (answer.outcome === 'planned') throw noAnswer();
  return answer;
}

/** Of an error of the function, only what it says of the input is repeated: that names fields alone. */
function failureOf(answer: unknown): Error {
  const failure = failureSchema.safeParse(answer);
  return failure.success && failure.data.errorType === 'RangeError'
    ? new RangeError(failure.data.errorMessage.slice(0, 300))
    : new DeskError(
        'The containment function failed: look at its log, and run it again; it goes on with what was there before.',
        3,
      );
}

function noAnswer(): DeskError {
  return new DeskError('The containment function must be of the same version as this command.', 3);
}

function parsed(payload: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(payload ?? []).toString());
  } catch {
    return undefined;
  }
}
