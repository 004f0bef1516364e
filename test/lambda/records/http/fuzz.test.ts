import fc from 'fast-check';
import { PURPOSES } from '../../../../lambda/records/domain/access/purpose';
import { ROUTES } from '../../../../lambda/records/http/routes/routes';
import { DEMOGRAPHICS, OTHER_PATIENT, PATIENT, type Person, USERS } from '../support/people';
import { pathOf, ROUTE_SAMPLES } from '../support/route-samples';
import { requestOf, World } from '../support/world';

/** What may come out for some, and for nobody else: the one physician's own note, and who was born when is in no list. */
const PLANTED: readonly (readonly [text: string, seenBy: readonly (Person | null)[]])[] = [
  ['078-05-1120', []],
  ['Written by another', []],
  ['Spoke of the divorce', ['physician']],
  ['1930-01-01', ['otherPatient', 'admin', 'billing']],
];

const UNAUDITED = ['page', 'script', 'style', 'icon', 'health', 'startSignIn'];

const json = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(...[...ROUTE_SAMPLES.values()].map(({ body }) => body ?? {})),
  fc
    .constant(DEMOGRAPHICS)
    .chain((body) => fc.tuple(fc.constant(body), fc.dictionary(fc.string(), fc.jsonValue())))
    .map(([body, more]) => ({ ...body, ...more })),
);

const path = fc.oneof(
  fc
    .constantFrom(...ROUTES)
    .map((route) => pathOf(route.path, { patientId: PATIENT, ...ROUTE_SAMPLES.get(route.name)?.params })),
  fc
    .constantFrom(...ROUTES)
    .map((route) => pathOf(route.path, { patientId: OTHER_PATIENT, userId: USERS.nurse })),
  fc.string().map((text) => `/${text}`),
  fc.webPath(),
);

const request = fc.record({
  person: fc.option(
    fc.constantFrom<Person>('physician', 'nurse', 'billing', 'admin', 'patient', 'otherPatient', 'stranger'),
  ),
  method: fc.oneof(fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'), fc.string()),
  path,
  purpose: fc.constantFrom(...PURPOSES),
  body: fc.option(json, { nil: undefined }),
  version: fc.option(fc.nat(3), { nil: undefined }),
  headers: fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        'cookie',
        'if-match',
        'content-type',
        'origin',
        'x-purpose-of-use',
        'content-length',
        '__proto__',
      ),
      fc.string(),
    ),
    fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string(), { maxLength: 3 })),
    { maxKeys: 2 },
  ),
  bytes: fc.option(fc.uint8Array({ maxLength: 200 }), { freq: 5 }),
});

type Fuzzed = typeof request extends fc.Arbitrary<infer T> ? T : never;

async function send({ person, method, path: target, bytes, ...options }: Fuzzed) {
  const world = new World();
  const session = person === null ? undefined : await world.signIn(person);
  world.events.length = 0;
  const sent = requestOf(method, target, { ...options, session });
  const response = await world.handle(bytes === null ? sent : { ...sent, body: bytes });
  return { world, response };
}

describe('whatever is sent', () => {
  it('ends in an answer that is none of a failure, shows what nobody may see to nobody, and is audited', async () => {
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(request, async (fuzzed) => {
        const { world, response } = await send(fuzzed);
        statuses.add(response.status);
        expect(response.status).toBeLessThan(500);
        const hidden = PLANTED.filter(([, seenBy]) => !seenBy.includes(fuzzed.person)).map(([text]) => text);
        expect(hidden.filter((text) => response.body.includes(text))).toEqual([]);
        const mayCommit = fuzzed.person !== null && response.status < 400;
        expect(world.records.commits).toBeLessThanOrEqual(mayCommit ? 1 : 0);
        const audited = world.events.length > 0;
        expect(audited || UNAUDITED.includes(world.reports.at(-1)?.route ?? '')).toBe(true);
      }),
      { numRuns: 3_000 },
    );
    expect([...statuses].sort()).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 405]));
  });
});
