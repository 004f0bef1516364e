import { readContainmentCall } from '../../../../lambda/breach/handlers/containment-call';
import { environment } from '../../../../lambda/breach/handlers/environment';
import {
  CLOCK_VARIABLES,
  CONTAINMENT_VARIABLES,
  INTAKE_VARIABLES,
  NOTIFIER_VARIABLES,
  TOPIC_WATCH_VARIABLES,
} from '../../../../lambda/breach/handlers/settings';
import { startOnce } from '../../../../lambda/breach/handlers/start-once';
import { readSettings } from '../../../../lambda/breach/handlers/variable';
import { shippedEnvironment, synthesizeStacks } from '../../../support/baseline';

const ID = `inc-${'a'.repeat(32)}`;
const CALL = { incidentId: ID, target: 'bucket', by: 'arn:aws:iam::111122223333:role/tok-x' };

/** The variables that a function is deployed with; what CloudFormation fills in is something of its shape. */
function deployed(prefix: string): Record<string, string> {
  const sandbox = shippedEnvironment('sandbox');
  const stack = synthesizeStacks([sandbox]).find(({ name }) => name === 'sandbox/Response');
  const [, resource] =
    Object.entries(stack?.template.Resources ?? {}).find(
      ([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.startsWith(prefix),
    ) ?? [];
  const { Variables } = Object(resource?.Properties?.Environment);
  return Object.fromEntries(
    Object.entries(Variables).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : filled(name, value),
    ]),
  );
}

function filled(name: string, value: unknown): string {
  const joined = Object(value)['Fn::Join']?.[1] as readonly unknown[] | undefined;
  if (joined !== undefined) return joined.map((part) => (typeof part === 'string' ? part : 'x')).join('');
  return /ARN|TOPIC/.test(name) ? 'arn:aws:kms:us-east-1:111122223333:key/x' : 'some-name';
}

describe('the settings of the functions', () => {
  test.each([
    ['IntakeTaker', INTAKE_VARIABLES],
    ['NotifierSender', NOTIFIER_VARIABLES],
    ['DeadlinesClock', CLOCK_VARIABLES],
    ['TopicWatch', TOPIC_WATCH_VARIABLES],
  ] as const)('%s reads what it is deployed with, and misses each variable', (prefix, variables) => {
    const given = deployed(prefix);
    expect(Object.keys(readSettings(variables, given)).sort()).toEqual(Object.keys(variables).sort());
    for (const name of Object.keys(variables)) {
      const { [name]: _, ...rest } = given;
      expect(() => readSettings(variables, rest)).toThrow(`for: ${name}`);
    }
  });

  test.each([
    ['REGISTER_TABLE', 'no table\n'],
    ['KNOWN_NAMES', '{}'],
    ['ANSWER_MINUTES', '{"critical":"soon"}'],
    ['CONTAINMENT', '["delete-everything"]'],
    ['LOCK_MODE', 'NONE'],
  ])('a wrong %s is named and not repeated', (name, value) => {
    const message = (() => {
      try {
        readSettings(CONTAINMENT_VARIABLES, { [name]: value });
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    })();
    expect(message).toContain(name);
    expect(message).not.toContain(value);
  });

  test('come from the environment', () => {
    expect(environment()).toBe(process.env);
  });
});

describe('a start', () => {
  test('happens once, and anew after it failed', async () => {
    let starts = 0;
    const started = startOnce(async () => {
      starts += 1;
      if (starts === 1) throw new Error('not yet');
      return starts;
    });
    await expect(started()).rejects.toThrow('not yet');
    expect(await Promise.all([started(), started()])).toEqual([2, 2]);
  });
});

describe('a call for containment', () => {
  test.each([
    { ...CALL, action: 'plan', kind: 'block-public-access', confirmed: false },
    { ...CALL, action: 'apply', kind: 'restart-trail', confirmed: true },
    { ...CALL, action: 'undo', actionId: 'b'.repeat(32) },
  ])('is taken: $action', (event) => {
    expect(readContainmentCall(event)).toEqual(event);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'apply'],
    ['another action', { ...CALL, action: 'delete', kind: 'restart-trail', confirmed: true }],
    ['another kind', { ...CALL, action: 'apply', kind: 'delete-bucket', confirmed: true }],
    ['a confirmation that is no flag', { ...CALL, action: 'apply', kind: 'restart-trail', confirmed: 'yes' }],
    ['no case', { ...CALL, incidentId: 'x', action: 'undo', actionId: 'b'.repeat(32) }],
    ['a target without end', { ...CALL, target: 'a'.repeat(5000), action: 'undo', actionId: 'b'.repeat(32) }],
    ['a name of a person', { ...CALL, by: 'Jane Roe', action: 'undo', actionId: 'b'.repeat(32) }],
    ['an undo of nothing', { ...CALL, action: 'undo' }],
  ])('is refused without repeating it: %s', (_name, event) => {
    expect(() => readContainmentCall(event)).toThrow("'event' must have valid values");
  });
});
