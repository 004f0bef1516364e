import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readCedarPolicies } from '../../lambda/records/adapters/cedar-policies';
import { AuthorizationPolicies, type NamedPolicy } from '../../lib/constructs/authorization-policies';
import { testStack } from '../support/test-stack';

const shipped = readCedarPolicies();

function rendered(policies: readonly NamedPolicy[], schema = shipped.schema): Template {
  const stack = testStack();
  new AuthorizationPolicies(stack, 'Policies', { schema, policies, removalPolicy: RemovalPolicy.RETAIN });
  return Template.fromStack(stack);
}

describe('AuthorizationPolicies', () => {
  const template = rendered(shipped.policies);

  it('deploys every policy as it stands in its file, each once', () => {
    const deployed = Object.values(template.findResources('AWS::VerifiedPermissions::Policy')).map(
      ({ Properties }) => [Properties.Definition.Static.Description, Properties.Definition.Static.Statement],
    );
    expect(deployed.sort()).toEqual(shipped.policies.map(({ id, statement }) => [id, statement]).sort());
    expect(deployed.length).toBeGreaterThan(10);
  });

  it('has what does not fit the schema refused, and is not deleted by accident', () => {
    template.hasResource('AWS::VerifiedPermissions::PolicyStore', {
      DeletionPolicy: 'Retain',
      Properties: { ValidationSettings: { Mode: 'STRICT' }, DeletionProtection: { Mode: 'ENABLED' } },
    });
  });

  it('has the schema in the form that Verified Permissions takes, with one namespace', () => {
    const [store] = Object.values(template.findResources('AWS::VerifiedPermissions::PolicyStore'));
    const schema = JSON.parse(store?.Properties.Schema.CedarJson);
    expect(Object.keys(schema)).toEqual(['Records']);
    expect(Object.keys(schema.Records.actions)).toContain('read');
  });

  it('keeps within what Verified Permissions takes', () => {
    for (const { statement } of shipped.policies) expect(statement.length).toBeLessThanOrEqual(10_000);
  });

  it.each([
    [
      'a policy that names what is not in the schema',
      'permit (principal, action == Records::Action::"peek", resource);',
    ],
    [
      'a policy that reads what is not in the context',
      'permit (principal, action, resource) when { context.anything };',
    ],
    ['no Cedar', 'allow everybody'],
  ])('refuses %s before anything is deployed', (_what, statement) => {
    expect(() => rendered([...shipped.policies, { id: 'odd', statement }])).toThrow(
      /^'policies' must be valid under their schema, got: /,
    );
  });

  it('refuses a store without policies, in which everything is denied for no reason that is written down', () => {
    expect(() => rendered([])).toThrow("'policies' must be valid under their schema, got: no policies");
  });
});
