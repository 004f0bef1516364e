import { Template } from 'aws-cdk-lib/assertions';
import { AccessAnalyzers } from '../../lib/constructs/access-analyzers';
import { testStack } from '../support/test-stack';

function analyzers(external: 'manage' | 'adopt', unused: 'manage' | 'adopt') {
  const stack = testStack();
  new AccessAnalyzers(stack, 'Analyzers', { external, unused, unusedAccessDays: 60 });
  return Object.values(Template.fromStack(stack).findResources('AWS::AccessAnalyzer::Analyzer')).map(
    ({ Properties }) => Properties,
  );
}

const EXTERNAL = { Type: 'ACCOUNT' };
const UNUSED = {
  Type: 'ACCOUNT_UNUSED_ACCESS',
  AnalyzerConfiguration: { UnusedAccessConfiguration: { UnusedAccessAge: 60 } },
};

describe('Access Analyzer', () => {
  it.each([
    ['manage', 'manage', [EXTERNAL, UNUSED]],
    ['manage', 'adopt', [EXTERNAL]],
    ['adopt', 'manage', [UNUSED]],
    ['adopt', 'adopt', []],
  ] as const)(
    'with external access %s and unused access %s makes what the account lacks',
    (external, unused, made) => {
      expect(analyzers(external, unused)).toEqual(made);
    },
  );
});
