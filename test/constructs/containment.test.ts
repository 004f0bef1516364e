import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import {
  CONTAINMENT_KINDS,
  type ContainmentKind,
} from '../../lambda/breach/domain/containment/containment-kinds';
import { Containment } from '../../lib/constructs/containment';
import { CONTAINMENT_RIGHTS } from '../../lib/constructs/containment-rights';
import { shippedEnvironment } from '../support/baseline';
import { packFindings } from '../support/pack-findings';
import { neighbours, testStack } from '../support/test-stack';

function contain(stack: Stack, kinds: readonly ContainmentKind[]): Containment {
  const { key, accessLogs } = neighbours(stack);
  const table = Table.fromTableArn(stack, 'Table', 'arn:aws:dynamodb:us-east-1:111122223333:table/register');
  return new Containment(stack, 'Containment', {
    environment: shippedEnvironment('sandbox'),
    alertsKey: key,
    auditKey: key,
    removalPolicy: RemovalPolicy.RETAIN,
    register: { table, tableKey: key, nameKeyArn: key.keyArn, streamArn: `${table.tableArn}/stream/x` },
    evidence: { archive: accessLogs, archiveKey: key },
    knownNames: [],
    kinds,
  });
}

/** The actions that the function may take besides those that it always has. */
function actionsFor(kinds: readonly ContainmentKind[]): string[] {
  const stack = testStack();
  contain(stack, kinds);
  const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy'));
  const statements: { Sid?: string; Action: string | string[] }[] =
    policy?.Properties.PolicyDocument.Statement ?? [];
  return statements
    .filter(({ Sid }) => Sid === undefined)
    .flatMap(({ Action }) => Action)
    .sort();
}

describe('the containment function', () => {
  test.each(CONTAINMENT_KINDS)('may do for %s what that action calls, and nothing of another one', (kind) => {
    // The log's own statement has no name either.
    const expected = [
      ...CONTAINMENT_RIGHTS[kind].flatMap(({ actions }) => actions),
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ];
    expect(actionsFor([kind])).toEqual(expected.sort());
  });

  test('has no open finding with every action on', () => {
    const { open } = packFindings((stage) => {
      contain(new Stack(stage, 'Response'), CONTAINMENT_KINDS);
    });
    expect(open.filter((finding) => finding.includes('Containment'))).toEqual([]);
  });
});
