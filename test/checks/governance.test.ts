import type { Acknowledgement } from '../../lib/checks/acknowledgement';
import type { Finding, JudgedStack } from '../../lib/checks/finding';
import { govern } from '../../lib/checks/governance';
import { HOLDS } from './acknowledgement-record';
import { judgedStack } from './judged-stack';
import { AS_OF } from './tiny-app';

const CONTEXT = { asOf: AS_OF, knownRules: new Set([HOLDS.rule, 'AwsSolutions-IAM5']) };

function stackWith(records: unknown): JudgedStack {
  return judgedStack({
    Bucket: { Type: 'AWS::S3::Bucket', Metadata: { HipaaAcknowledgements: records } },
    Other: { Type: 'AWS::S3::Bucket' },
  });
}

function finding(stack: JudgedStack, change: Partial<Finding> = {}): Finding {
  return {
    pack: 'hipaa',
    rule: HOLDS.rule,
    severity: 'error',
    citations: [],
    message: 'Not replicated.',
    fix: 'Replicate it.',
    stack,
    logicalId: 'Bucket',
    ...change,
  };
}

function openAfter(record: Partial<Record<keyof Acknowledgement, string>>): readonly string[] {
  const stack = stackWith([{ ...HOLDS, ...record }]);
  return govern([finding(stack)], [stack], CONTEXT).open.map(({ rule }) => rule);
}

describe('govern', () => {
  it('takes out a finding that an owned exception covers, and keeps both together', () => {
    const stack = stackWith([HOLDS]);
    const covered = finding(stack);
    expect(govern([covered], [stack], CONTEXT)).toEqual({
      open: [],
      covered: [{ finding: covered, acknowledgement: HOLDS }],
      notices: [],
    });
  });

  it.each([
    [{ reason: '' }, 'Acknowledgements-Incomplete'],
    [{ owner: '' }, 'Acknowledgements-Incomplete'],
    [{ citation: '' }, 'Acknowledgements-Incomplete'],
    [{ kind: 'convenience' }, 'Acknowledgements-UnknownKind'],
    [{ expires: 'soon' }, 'Acknowledgements-InvalidExpiry'],
    [{ expires: '2026-11-20' }, 'Acknowledgements-Expired'],
  ])('leaves the finding open when the exception has %j, and says why', (record, problem) => {
    expect(openAfter(record)).toEqual([HOLDS.rule, problem]);
  });

  it('does not call an exception to an unknown rule superfluous as well', () => {
    expect(openAfter({ rule: 'HIPAA.Security-NoSuchRule' })).toEqual([
      HOLDS.rule,
      'Acknowledgements-UnknownRule',
    ]);
  });

  it('refuses an exception that is no longer needed', () => {
    const stack = stackWith([HOLDS]);
    expect(govern([], [stack], CONTEXT).open).toMatchObject([
      {
        pack: 'acknowledgements',
        rule: 'Acknowledgements-NotNeeded',
        logicalId: 'Bucket',
        severity: 'error',
      },
    ]);
  });

  it('refuses the second of two exceptions to the same finding', () => {
    const stack = stackWith([HOLDS, HOLDS]);
    const { open, covered } = govern([finding(stack)], [stack], CONTEXT);
    expect([covered.length, open.map(({ rule }) => rule)]).toEqual([1, ['Acknowledgements-NotNeeded']]);
  });

  it.each<[string, string, Partial<Finding>]>([
    ['another resource', HOLDS.rule, { logicalId: 'Other' }],
    ['the stack as a whole', HOLDS.rule, { logicalId: null }],
    ['a finding that it does not name', 'AwsSolutions-IAM5', { rule: 'AwsSolutions-IAM5[Resource::*]' }],
  ])('does not let an exception reach %s', (_, rule, change) => {
    const stack = stackWith([{ ...HOLDS, rule }]);
    const other = finding(stack, change);
    const { open, covered } = govern([other], [stack], CONTEXT);
    expect(covered).toEqual([]);
    expect(open.map((each) => each.rule)).toEqual([other.rule, 'Acknowledgements-NotNeeded']);
  });

  it('does not let an exception reach a resource of the same name in another stack', () => {
    const stack = stackWith([HOLDS]);
    const elsewhere = stackWith(undefined);
    expect(govern([finding(elsewhere)], [stack, elsewhere], CONTEXT).open).toHaveLength(2);
  });

  it.each([['silence'], [[{ rule: HOLDS.rule }]], [[null]], [{}]])('refuses a record like %j', (records) => {
    const stack = stackWith(records);
    expect(govern([finding(stack)], [stack], CONTEXT).open.map(({ rule }) => rule)).toEqual([
      HOLDS.rule,
      'Acknowledgements-Incomplete',
    ]);
  });

  it('tells of an exception that expires within 30 days, which still holds', () => {
    const stack = stackWith([{ ...HOLDS, expires: '2026-12-21' }]);
    const { open, notices } = govern([finding(stack)], [stack], CONTEXT);
    expect([open, notices]).toMatchObject([[], [{ logicalId: 'Bucket', days: 30 }]]);
  });
});
