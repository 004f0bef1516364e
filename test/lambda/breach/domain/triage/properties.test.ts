import fc from 'fast-check';
import { contextOf } from '../../../../../lambda/breach/domain/triage/context';
import { triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import { triageLine } from '../../../../../lambda/breach/domain/triage/triage-line';
import { faultIn } from './check-verdict';
import { call, eventOf } from './events';
import { mutated, randomOf, SEEDS } from './mutate';

const seed = fc.constantFrom(...SEEDS).map((text) => JSON.parse(text) as Record<string, unknown>);

function shuffled(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((entry) => shuffled(entry, order));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        order(Object.keys(value)).map((key) => [
          key,
          shuffled((value as Record<string, unknown>)[key], order),
        ]),
      )
    : value;
}

describe('triage of anything', () => {
  it('gives one of four verdicts to any JSON, with all that belongs to it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(faultIn(triageEvent(value))).toBeUndefined();
        contextOf(value);
      }),
    );
  });

  it('gives one of four verdicts to any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        expect(faultIn(triageLine(line))).toBeUndefined();
      }),
    );
  });

  it('gives one of four verdicts to any detail of any source', () => {
    const source = fc.constantFrom(
      'aws.guardduty',
      'aws.macie',
      'aws.securityhub',
      'aws.config',
      'aws.access-analyzer',
      'aws.backup',
      'aws.cloudwatch',
      'aws.health',
      'aws.kms',
      'aws.s3',
      'aws.iam',
      'x',
    );
    fc.assert(
      fc.property(source, fc.jsonValue(), fc.string(), (name, detail, type) => {
        expect(faultIn(triageEvent({ source: name, detail, 'detail-type': type }))).toBeUndefined();
      }),
    );
  });

  it('gives one of four verdicts to 20,000 mutated events, and says the same again', () => {
    const random = randomOf(20_260_304);
    for (let count = 0; count < 20_000; count += 1) {
      const event = mutated(random);
      const verdict = triageEvent(event);
      const fault = faultIn(verdict);
      if (fault !== undefined) {
        throw new Error(`${fault}: ${JSON.stringify(event)}`);
      }
      if (count % 50 === 0) {
        contextOf(event);
        expect(triageEvent(event)).toEqual(verdict);
      }
    }
  });
});

describe('what makes no difference', () => {
  it('is the order of keys', () => {
    fc.assert(
      fc.property(seed, fc.boolean(), (event, reversed) => {
        const other = shuffled(event, (keys) => (reversed ? [...keys].reverse() : [...keys].sort()));
        expect(triageEvent(other)).toEqual(triageEvent(event));
      }),
      { numRuns: 400 },
    );
  });

  it('is an unknown field', () => {
    fc.assert(
      fc.property(
        seed,
        fc.string({ minLength: 1, maxLength: 8 }).map((name) => `zz${name}`),
        fc.jsonValue(),
        (event, name, value) => {
          const detail = event.detail as Record<string, unknown>;
          expect(triageEvent({ ...event, [name]: value, detail: { ...detail, [name]: value } })).toEqual(
            triageEvent(event),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is the casing of the event type and of the source', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom('awsapicall', 'AWSAPICALL', 'AwsApiCall'), (event, eventType) => {
        const detail = event.detail as Record<string, unknown>;
        const other = {
          ...event,
          source: String(event.source).toUpperCase(),
          detail: 'eventType' in detail ? { ...detail, eventType } : detail,
        };
        expect(triageEvent(other).verdict).toBe(triageEvent(event).verdict);
      }),
      { numRuns: 400 },
    );
  });

  it('is the time', () => {
    fc.assert(
      fc.property(seed, fc.jsonValue(), (event, time) => {
        expect(triageEvent({ ...event, time, version: time })).toEqual(triageEvent(event));
      }),
    );
  });
});

describe('what always holds', () => {
  it('is that a failed call is no incident', () => {
    const code = fc.constantFrom(
      'AccessDenied',
      'ThrottlingException',
      'ValidationException',
      'Client.DryRunOperation',
      'NoSuchEntityException',
    );
    fc.assert(
      fc.property(seed, code, (event, errorCode) => {
        const detail = event.detail as Record<string, unknown>;
        fc.pre('eventName' in detail);
        expect(triageEvent({ ...event, detail: { ...detail, errorCode } }).verdict).not.toBe('incident');
      }),
      { numRuns: 600 },
    );
  });

  it('is that sharing with more accounts is never less serious', () => {
    const accounts = fc.array(fc.constantFrom('111122223333', '444455556666', '999988887777', 'all'), {
      minLength: 1,
      maxLength: 4,
    });
    const rank = { incident: 3, review: 2, ignore: 1, malformed: 0 };
    fc.assert(
      fc.property(accounts, accounts, (some, more) => {
        const share = (valuesToAdd: readonly string[]): number =>
          rank[triageEvent(eventOf(call('rds:ModifyDBSnapshotAttribute', { valuesToAdd }))).verdict];
        expect(share([...some, ...more])).toBeGreaterThanOrEqual(share(some));
      }),
    );
  });
});
