import fc from 'fast-check';
import { buildEnvelope, type Envelope } from '../../../../lambda/shared/envelope/build-envelope';
import type { EnvelopeSchema } from '../../../../lambda/shared/envelope/field-kinds';
import { redactOrWithhold } from '../../../../lambda/shared/redaction/redact-or-withhold';

const KEY = Buffer.alloc(32, 7);

const SCHEMA = {
  severity: { kind: 'enum', values: ['critical', 'high'] },
  account: { kind: 'account' },
  region: { kind: 'region' },
  detectedAt: { kind: 'instant' },
  due: { kind: 'date' },
  affected: { kind: 'count' },
  drill: { kind: 'flag' },
  citation: { kind: 'citation' },
  incident: { kind: 'id', prefix: 'inc' },
  resource: { kind: 'resource' },
  actor: { kind: 'principal' },
  citations: { kind: 'list', of: { kind: 'citation' }, most: 3 },
  note: { kind: 'text', maxLength: 40 },
} as const satisfies EnvelopeSchema;

function build(input: unknown, allowText = false): Envelope {
  return buildEnvelope(SCHEMA, input, {
    key: KEY,
    knownNames: new Set(['phi-archive']),
    ...(allowText && { redactText: redactOrWithhold }),
  });
}

describe('an envelope', () => {
  it.each([
    ['severity', 'high', 'high'],
    ['account', '111122223333', '111122223333'],
    ['region', 'us-east-1', 'us-east-1'],
    ['region', 'us-gov-west-1', 'us-gov-west-1'],
    ['detectedAt', '2026-02-03T04:05:06+01:00', '2026-02-03T03:05:06.000Z'],
    ['due', '2024-02-29', '2024-02-29'],
    ['affected', 0, 0],
    ['affected', 9_999_999, 9_999_999],
    ['drill', false, false],
    ['citation', '164.404(b)', '164.404(b)'],
    ['citation', '45 CFR 164.308(a)(6)(ii)', '45 CFR 164.308(a)(6)(ii)'],
    ['incident', 'inc-123e4567-e89b-12d3-a456-426614174000', 'inc-123e4567-e89b-12d3-a456-426614174000'],
    ['resource', 'phi-archive', 'phi-archive'],
    ['resource', 'arn:aws:s3:::phi-archive', 'arn:aws:s3:::phi-archive'],
    [
      'resource',
      'arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0123456789abcdef0',
      'arn:aws:ec2:us-east-1:111122223333:vpc/vpc-0123456789abcdef0',
    ],
    ['actor', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::111122223333:root'],
    ['citations', ['164.404(b)', '164.408'], ['164.404(b)', '164.408']],
  ])('carries %s %j', (name, value, expected) => {
    expect(build({ [name]: value })).toEqual({
      fields: { [name]: expected },
      dropped: 0,
      refused: [],
      failed: false,
    });
  });

  it.each([
    ['severity', 'High'],
    ['severity', 'toString'],
    ['account', '11112222333'],
    ['account', '1111222233334'],
    ['account', 111122223333],
    ['region', 'us-quill-1'],
    ['region', 'us-east-1 '],
    ['detectedAt', '2026-02-30T00:00:00Z'],
    ['detectedAt', 'Tuesday'],
    ['due', '2023-02-29'],
    ['due', '2023-2-1'],
    ['affected', -1],
    ['affected', 1.5],
    ['affected', 10_000_000],
    ['affected', '5'],
    ['affected', Number.NaN],
    ['drill', 'true'],
    ['citation', '164.404(b) Ann Quill'],
    ['incident', 'inc-900123456'],
    ['incident', 'INC-123e4567-e89b-12d3-a456-426614174000'],
    ['resource', { toString: () => 'x' }],
    ['resource', 'x'.repeat(2049)],
    ['citations', '164.404(b)'],
    ['note', 'free text'],
    ['severity', null],
  ])('refuses %s %j and names the field, not the value', (name, value) => {
    expect(build({ [name]: value })).toEqual({ fields: {}, dropped: 0, refused: [name], failed: false });
  });

  it('drops and counts keys that the schema does not have', () => {
    expect(build({ severity: 'high', patient: 'Ann Quill', __proto__x: 1, constructor: 2 })).toEqual({
      fields: { severity: 'high' },
      dropped: 3,
      refused: [],
      failed: false,
    });
  });

  it('drops and counts entries of a list that are of another kind or too many', () => {
    const { fields, dropped } = build({ citations: ['164.404(b)', 'Ann Quill', '164.408', '164.410', 7] });
    expect(fields).toEqual({ citations: ['164.404(b)', '164.408'] });
    expect(dropped).toBe(3);
  });

  it.each([
    ['arn:aws:s3:::ann-quill-records/900-12-3456.pdf', /^arn:aws:s3:::tok-[a-p]{20}$/],
    ['arn:aws:iam::111122223333:user/ann.quill', /^arn:aws:iam::111122223333:user\/tok-[a-p]{20}$/],
    [
      'arn:aws:sts::111122223333:assumed-role/Admin/ann.quill@example.org',
      /^arn:aws:sts::111122223333:assumed-role\/tok-[a-p]{20}$/,
    ],
    ['arn:aws:rds:us-east-1:111122223333:db:quill', /^arn:aws:rds:us-east-1:111122223333:db:tok-[a-p]{20}$/],
    ['arn:aws:annquill:us-east-1:111122223333:x', /^arn:aws:other:us-east-1:111122223333:tok-[a-p]{20}$/],
    ['arn:aws:s3:us-quill-1:111122223333:x', /^tok-[a-p]{20}$/],
    ['Ann Quill', /^tok-[a-p]{20}$/],
    ['i-900123456', /^tok-[a-p]{20}$/],
    ['i-90012345600000000', /^tok-[a-p]{20}$/],
    ['arn:aws:ec2:us-east-1:111122223333:vpc/vpc-90012345600000000', /:vpc\/tok-[a-p]{20}$/],
    ['phi-archive-2', /^tok-[a-p]{20}$/],
  ])('hides what somebody named in %j', (name, expected) => {
    expect(build({ resource: name }).fields.resource).toMatch(expected);
  });

  it('gives the same name the same token under the same key and another under another', () => {
    const token = (key: Uint8Array): unknown =>
      buildEnvelope(SCHEMA, { resource: 'ann-quill' }, { key }).fields.resource;
    expect(token(KEY)).toBe(token(Buffer.alloc(32, 7)));
    expect(token(KEY)).not.toBe(token(Buffer.alloc(32, 8)));
  });

  it('redacts free text and cuts it only afterwards, where it is allowed', () => {
    expect(build({ note: 'Call (202) 555-0143, SSN 900-12-3456, before the weekend' }, true).fields).toEqual({
      note: 'Call [PHONE], SSN [SSN], before the week',
    });
    expect(build({ note: `${'x'.repeat(30)} 900-12-3456` }, true).fields).toEqual({
      note: `${'x'.repeat(30)} [SSN]`,
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'Ann Quill'],
    ['a list', ['Ann Quill']],
    [
      'what throws when read',
      Object.defineProperty({}, 'severity', {
        enumerable: true,
        get: () => {
          throw new Error('Ann Quill');
        },
      }),
    ],
    [
      'what throws when listed',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('Ann Quill');
          },
        },
      ),
    ],
  ])('fails closed on %s', (_, input) => {
    expect(build(input)).toEqual({ fields: {}, dropped: 0, refused: [], failed: true });
  });

  it('fails closed when the key could be guessed', () => {
    expect(buildEnvelope(SCHEMA, { severity: 'high' }, { key: Buffer.alloc(31) }).failed).toBe(true);
    expect(buildEnvelope(SCHEMA, { severity: 'high' }, { key: Buffer.alloc(32) }).failed).toBe(false);
  });

  it('never shows a planted value, wherever it stands', () => {
    const secret = 'Quill900123456';
    const planted = fc.oneof(
      fc.constant(secret),
      fc.constantFrom(
        `arn:aws:s3:::${secret}/x`,
        `arn:aws:iam::111122223333:user/${secret}`,
        `arn:aws:${secret}:::x`,
      ),
      fc.string().map((text) => `${text}${secret}`),
      fc.string().map((text) => `${secret}${text}`),
      fc.constant({ [secret]: secret }),
      fc.constant([secret, [secret]]),
    );
    const keys = fc.oneof(fc.constantFrom(...Object.keys(SCHEMA)), fc.constant(secret), fc.string());
    fc.assert(
      fc.property(fc.dictionary(keys, fc.oneof(planted, fc.anything())), fc.boolean(), (input, allowText) => {
        expect(JSON.stringify(build(input, allowText))).not.toContain('Quill');
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (input) => {
          expect(Object.keys(build(input, true).fields).every((name) => name in SCHEMA)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
