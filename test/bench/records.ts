import { CedarAuthorizer } from '../../lambda/records/adapters/cedar-authorizer';
import { readCedarPolicies } from '../../lambda/records/adapters/cedar-policies';
import { type DeliverLines, StreamAuditLog } from '../../lambda/records/adapters/stream-audit-log';
import type { Actor, Stores, UnitOfWork } from '../../lambda/records/ports/unit-of-work';
import { unsignedHead, withSignature } from '../../lambda/shared/audit-chain/signed-head';
import { systemClock } from '../../lambda/shared/clock';
import { FULL_RECORD, PATIENT } from '../lambda/records/support/people';
import { World } from '../lambda/records/support/world';
import type { Benchmark, Measurement } from './measure';

const REQUESTS = 20_000;
const WARM_UP = 1_000;

/** A record that is there at once: what is left is the service's own work. */
const NO_DATABASE: UnitOfWork = {
  run: <T>(_actor: Actor, work: (stores: Stores) => Promise<T>) =>
    work({
      patients: {
        standingTo: () => Promise.resolve({ relations: ['careTeam'], breakGlassId: null }),
        read: () => Promise.resolve(FULL_RECORD),
      },
    } as unknown as Stores),
};

const takesAll: DeliverLines = (lines) => Promise.resolve(lines.map(() => true));

/** The chain as it is deployed, on streams and a key that answer at once: what is left is the service's own work. */
function auditLog(): StreamAuditLog {
  return new StreamAuditLog({
    chain: 'records-bench',
    deliver: takesAll,
    deliverHeads: takesAll,
    signer: {
      sign: (head, signedAt) =>
        Promise.resolve(withSignature(unsignedHead(head, signedAt, 'key'), new Uint8Array(71))),
    },
    clock: systemClock,
  });
}

/** Reading a whole record without the database: session, authorization of each category, projection, audit record in the chain, answer. */
export const RECORDS_BENCHMARK: Benchmark = {
  name: 'records: authorize, audit, project',
  run: async () => [
    ...(await measure('a whole record', REQUESTS, {})),
    ...(await measure('the policies evaluated each time', REQUESTS / 5, { remember: 0 })),
  ],
};

async function measure(
  name: string,
  requests: number,
  memory: { readonly remember?: number },
): Promise<readonly Measurement[]> {
  const authorizer = new CedarAuthorizer(readCedarPolicies(), memory);
  const world = new World({ work: NO_DATABASE, audit: auditLog(), authorizer });
  const session = await world.signIn('physician');
  const times = new Float64Array(requests);
  for (let index = -WARM_UP; index < requests; index += 1) {
    const before = performance.now();
    const { status } = await world.ask('GET', `/patients/${PATIENT}/record`, {
      session,
      purpose: 'treatment',
    });
    if (status !== 200) throw new Error(`the request must be answered, got: ${status}`);
    if (index >= 0) times[index] = performance.now() - before;
  }
  return [
    { name: `${name}, p50`, unit: 'ms', median: percentile(times, 0.5), samples: requests },
    {
      name: `${name}, p99`,
      unit: 'ms',
      median: percentile(times, 0.99),
      samples: requests,
      goal: 'at most 5, on an idle core',
    },
  ];
}

function percentile(values: Float64Array, share: number): number {
  return values.toSorted()[Math.floor(values.length * share)] ?? Number.NaN;
}
