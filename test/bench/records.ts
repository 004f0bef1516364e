import { CedarAuthorizer } from '../../lambda/records/adapters/cedar-authorizer';
import { readCedarPolicies } from '../../lambda/records/adapters/cedar-policies';
import type { AuditEvent } from '../../lambda/records/domain/audit/audit-event';
import type { Actor, Stores, UnitOfWork } from '../../lambda/records/ports/unit-of-work';
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

/** The event becomes the bytes that would go to the stream. */
const AUDIT = {
  append: (event: AuditEvent) => {
    Buffer.from(JSON.stringify(event));
    return Promise.resolve();
  },
};

/** Reading a whole record without the database: session, authorization of each category, projection, audit event, answer. */
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
  const world = new World({ work: NO_DATABASE, audit: AUDIT, authorizer });
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
  times.sort();
  const at = (share: number) => times[Math.floor(requests * share)] ?? Number.NaN;
  return [
    { name: `${name}, p50`, unit: 'ms', median: at(0.5), samples: requests },
    {
      name: `${name}, p99`,
      unit: 'ms',
      median: at(0.99),
      samples: requests,
      goal: 'at most 5, on an idle core',
    },
  ];
}
