import autocannon from 'autocannon';
import { PATIENTS, seedPractice } from '../lambda/records/database/practice';
import { startRecordsDatabase } from '../lambda/records/database/records-database';
import {
  type Asked,
  headersOf,
  type RunningService,
  startService,
} from '../lambda/records/database/running-service';
import type { Benchmark, Measurement } from './measure';

const WARM_UP_SECONDS = 2;
const SECONDS = 6;
const CLIENTS = 64;

const RECORD = `/patients/${PATIENTS.treated}/record`;

const REQUESTS: readonly (readonly [string, Asked])[] = [
  ['read a record', { method: 'GET', path: RECORD, purpose: 'treatment' }],
  [
    'add a vital sign',
    {
      method: 'POST',
      path: `${RECORD}/vitals`,
      purpose: 'treatment',
      body: { kind: 'heartRate', value: '72', unit: '/min', takenAt: '2026-01-06T08:30:00.000Z' },
    },
  ],
];

/**
 * The service on loopback: TLS from a client in a thread of its own, PostgreSQL over TLS, Cedar, and the audit chain, with a
 * stream that takes everything at once. Client, service and database share the machine.
 */
export const RECORDS_LOAD_BENCHMARK: Benchmark = {
  name: 'records service with PostgreSQL',
  run: benchRecords,
};

async function benchRecords(): Promise<readonly Measurement[]> {
  const postgres = await startRecordsDatabase();
  try {
    await seedPractice(postgres);
    const service = await startService(postgres);
    try {
      const cookie = await service.signIn('physician');
      const measured: Measurement[] = [];
      for (const [name, asked] of REQUESTS) {
        await load(service, cookie, asked, WARM_UP_SECONDS);
        measured.push(...(await measure(name, service, cookie, asked)));
      }
      return measured;
    } finally {
      await service.stop();
    }
  } finally {
    await postgres.stop();
  }
}

async function measure(
  name: string,
  service: RunningService,
  cookie: string,
  asked: Asked,
): Promise<readonly Measurement[]> {
  const recorded = service.auditLines.length;
  const { requests, latency } = await load(service, cookie, asked, SECONDS);
  const audited = service.auditLines.length - recorded;
  if (audited < requests.total) {
    throw new Error(`'auditLines' must have one for each of ${requests.total} answers, got: ${audited}`);
  }
  return [
    { name: `${name}, ${CLIENTS} clients`, unit: '/s', median: requests.average, samples: requests.total },
    { name: `${name}, median`, unit: 'ms', median: latency.p50 },
    { name: `${name}, 99th percentile`, unit: 'ms', median: latency.p99 },
  ];
}

async function load(service: RunningService, cookie: string, asked: Asked, seconds: number) {
  const result = await autocannon({
    url: `https://localhost:${service.port}${asked.path}`,
    connections: CLIENTS,
    duration: seconds,
    workers: 1,
    method: asked.method,
    headers: headersOf(cookie, asked),
    tlsOptions: { ca: service.authority, servername: 'localhost' },
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`'answers' must all be 2xx, got: ${result.non2xx} others and ${result.errors} errors`);
  }
  return result;
}
