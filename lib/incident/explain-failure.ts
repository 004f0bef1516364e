import { failureOf } from '../preflight/failure';
import type { Desk } from './desk';
import { DeskError } from './desk-error';

/** Errors of our own that say what is wrong: they are not the other side's. */
const OWN: readonly string[] = ['UsageError', 'DeskError', 'RegisterBusyError', 'RangeError'];

/** What a person is told of an error: a sentence of ours, never more of the other side's words than the name of its error. */
export function explainFailure(error: unknown): unknown {
  if (error instanceof Error && OWN.includes(error.name)) return error;
  const { kind, name } = failureOf(error);
  switch (kind) {
    case 'no-credentials':
      return new DeskError('No AWS credentials were found: sign in, or set AWS_PROFILE.', 2);
    case 'rejected-credentials':
      return new DeskError(
        `AWS did not accept the credentials (${name}): sign in again, or use another profile.`,
        2,
      );
    case 'denied':
      return new DeskError(
        `The credentials may not do this (${name}): responders use the policy of docs/response.md.`,
        2,
      );
    case 'throttled':
      return new DeskError(`AWS takes no more calls for now (${name}): run it again in a minute.`, 3);
    case 'unreachable':
      return new DeskError(
        'Nothing answers: look at the network, a proxy or --endpoint, and run it again.',
        3,
      );
    case 'not-available':
      return new DeskError(`The account has not got a service that is needed (${name}).`, 3);
    case 'other':
      return isAnswerOfAws(error)
        ? new DeskError(`AWS answered with ${name}: look whether the environment is deployed whole.`, 3)
        : error;
  }
}

/** Errors that the SDK makes of answers carry what it knows of the call. */
function isAnswerOfAws(error: unknown): boolean {
  return error instanceof Error && '$metadata' in error;
}

/** A desk whose calls explain how they fail. */
export function explained(desk: Desk): Desk {
  return {
    ...desk,
    store: explainedPort(desk.store),
    archive: explainedPort(desk.archive),
    signer: explainedPort(desk.signer),
    containment: explainedPort(desk.containment),
    sendPathMessage: (message) => explain(() => desk.sendPathMessage(message)),
  };
}

function explainedPort<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      return typeof member === 'function'
        ? (...parameters: readonly unknown[]) =>
            explain(async () => await Reflect.apply(member, target, parameters))
        : member;
    },
  });
}

async function explain<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    throw explainFailure(error);
  }
}
