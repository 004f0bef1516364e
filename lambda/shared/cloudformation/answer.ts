import { request } from 'node:https';
import type { CloudFormationRequest } from './cloudformation-request';

/** What CloudFormation is told. */
export interface Outcome {
  readonly status: 'SUCCESS' | 'FAILED';
  /** Words of ours, free of what a service said. */
  readonly reason: string;
  /** What the resource is called from now on; another one than before has CloudFormation delete that one. */
  readonly physicalId: string;
}

/** Puts a text at an address, or fails. */
export type Put = (address: string, body: string) => Promise<void>;

/** An answer that does not arrive costs CloudFormation its time-out: it is sent again at once. */
const ATTEMPTS = 3;

/** A connection that says nothing, in ms. */
const SILENCE = 5_000;

/**
 * Tells CloudFormation the outcome.
 *
 * @throws Error, without the address, when every attempt fails
 */
export async function answer(asked: CloudFormationRequest, outcome: Outcome, put: Put): Promise<void> {
  const body = JSON.stringify({
    Status: outcome.status,
    Reason: outcome.reason,
    PhysicalResourceId: outcome.physicalId,
    StackId: asked.StackId,
    RequestId: asked.RequestId,
    LogicalResourceId: asked.LogicalResourceId,
  });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await arrives(put(asked.ResponseURL, body))) return;
  }
  throw new Error('CloudFormation could not be answered');
}

async function arrives(sent: Promise<void>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch {
    return false;
  }
}

/** Puts by HTTPS, with the empty content type that the address was signed for. */
export const putByHttps: Put = (address, body) =>
  new Promise((resolve, reject) => {
    const sending = request(
      address,
      {
        method: 'PUT',
        timeout: SILENCE,
        headers: { 'content-type': '', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        const { statusCode = 0 } = response;
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(new Error(`The answer was refused with ${statusCode}`));
      },
    );
    sending.on('timeout', () => sending.destroy(new Error('The answer took too long')));
    sending.on('error', reject);
    sending.end(body);
  });
