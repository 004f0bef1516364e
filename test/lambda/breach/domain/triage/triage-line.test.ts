import { createHash } from 'node:crypto';
import { triageLine } from '../../../../../lambda/breach/domain/triage/triage-line';
import { faultIn } from './check-verdict';
import { call, eventOf } from './events';

const hash = (text: string): string => `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;

describe('triageLine', () => {
  it('judges a line of JSON', () => {
    expect(triageLine(JSON.stringify(eventOf(call('cloudtrail:StopLogging')))).verdict).toBe('incident');
  });

  it('has exactly the fields of the contract', () => {
    for (const line of [
      JSON.stringify(eventOf(call('cloudtrail:StopLogging'))),
      JSON.stringify(eventOf(call('s3:GetObject'))),
      'x',
    ]) {
      expect(Object.keys(triageLine(line)).sort()).toEqual([
        'citations',
        'dedupeKey',
        'id',
        'reasons',
        'severity',
        'signal',
        'verdict',
      ]);
    }
  });

  it.each([
    '',
    ' ',
    '{',
    'null',
    '7',
    '"text"',
    '[]',
    '{}',
    '{"id":"x"}',
    '{"source":',
    'not json',
    '\u0000',
    '[{"source":"aws.s3","detail":{}}]',
  ])('keeps what is no event under the hash of the line: %j', (line) => {
    expect(triageLine(line)).toMatchObject({ verdict: 'malformed', id: hash(line) });
  });

  it('survives nesting that no parser follows', () => {
    const deep = '['.repeat(200_000);
    expect(triageLine(deep).verdict).toBe('malformed');
    const nested = `{"source":"aws.s3","detail":{"eventSource":"s3.amazonaws.com","eventName":"PutBucketPolicy","requestParameters":{"bucketPolicy":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}}}`;
    expect(triageLine(nested).verdict).toBe('review');
  });

  it.each(['items', 'Statement', 'a', 'member', 'value', 'Records', 'findings', 'detail'])(
    'follows no nesting of %s to its end',
    (name) => {
      const deep = `${`{"${name}":`.repeat(100_000)}1${'}'.repeat(100_000)}`;
      const permissions = {
        ipPermissions: 'DEEP',
        bucketPolicy: 'DEEP',
        attributes: 'DEEP',
        valuesToAdd: 'DEEP',
      };
      for (const one of [
        'ec2:AuthorizeSecurityGroupIngress',
        's3:PutBucketPolicy',
        'sqs:SetQueueAttributes',
        'rds:ModifyDBSnapshotAttribute',
      ]) {
        const line = JSON.stringify(eventOf(call(one, permissions))).replaceAll('"DEEP"', deep);
        expect(faultIn(triageLine(line))).toBeUndefined();
      }
      expect(
        faultIn(triageLine(`{"source":"aws.securityhub","detail-type":"x finding","detail":${deep}}`)),
      ).toBeUndefined();
    },
  );

  it('does not parse a line that is too long to be an event', () => {
    const line = JSON.stringify(eventOf(call('cloudtrail:StopLogging')));
    expect(triageLine(line, { maxLineLength: line.length }).verdict).toBe('incident');
    expect(triageLine(line, { maxLineLength: line.length - 1 })).toMatchObject({
      verdict: 'malformed',
      id: hash(line),
    });
  });

  it('keeps __proto__ as a name like any other', () => {
    expect(
      triageLine('{"source":"aws.s3","detail":{"__proto__":{"eventName":"StopLogging"}},"__proto__":{"x":1}}')
        .verdict,
    ).toBe('ignore');
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});
