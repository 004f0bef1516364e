import { schemaToJson, validate } from '@cedar-policy/cedar-wasm/nodejs';
import type { RemovalPolicy } from 'aws-cdk-lib';
import { CfnPolicy, CfnPolicyStore } from 'aws-cdk-lib/aws-verifiedpermissions';
import { Construct } from 'constructs';
import { pascalCase } from './pascal-case';

/** One Cedar policy and what it is called. */
export interface NamedPolicy {
  /** Lower-case words and hyphens: the file's name. */
  readonly id: string;
  readonly statement: string;
}

/** Properties of {@link AuthorizationPolicies}. */
export interface AuthorizationPoliciesProps {
  /** The schema, in Cedar's own notation. */
  readonly schema: string;

  /** Every policy, each valid under the schema. */
  readonly policies: readonly NamedPolicy[];

  /** What happens to the store when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The policies that decide who sees what, in Amazon Verified Permissions, validated against their schema here and there
 * again: what does not fit the schema is not deployed. The same files are judged by the same engine in tests.
 *
 * @see 45 CFR 164.308(a)(4)(ii)(B), 164.312(a)(1), 164.502(b)
 */
export class AuthorizationPolicies extends Construct {
  readonly policyStoreId: string;
  readonly policyStoreArn: string;

  constructor(scope: Construct, id: string, props: AuthorizationPoliciesProps) {
    super(scope, id);
    const problems = policyProblems(props);
    if (problems.length > 0) {
      throw new Error(`'policies' must be valid under their schema, got: ${problems.join('; ')}`);
    }
    const store = new CfnPolicyStore(this, 'Store', {
      description: 'Who sees what of the records',
      validationSettings: { mode: 'STRICT' },
      deletionProtection: { mode: 'ENABLED' },
      schema: { cedarJson: jsonSchema(props.schema) },
    });
    store.applyRemovalPolicy(props.removalPolicy);
    this.policyStoreId = store.attrPolicyStoreId;
    this.policyStoreArn = store.attrArn;
    for (const { id: name, statement } of props.policies) {
      new CfnPolicy(this, pascalCase(name), {
        policyStoreId: store.attrPolicyStoreId,
        definition: { static: { description: name, statement } },
      });
    }
  }
}

/** What the engine says against the policies; warnings count. */
function policyProblems({ schema, policies }: AuthorizationPoliciesProps): readonly string[] {
  if (policies.length === 0) return ['no policies'];
  const answer = validate({
    schema,
    policies: { staticPolicies: Object.fromEntries(policies.map(({ id, statement }) => [id, statement])) },
    validationSettings: { mode: 'strict' },
  });
  return answer.type === 'failure'
    ? answer.errors.map(({ message }) => message)
    : [...answer.validationErrors, ...answer.validationWarnings].map(
        ({ policyId, error }) => `${policyId}: ${error.message}`,
      );
}

/** Verified Permissions takes the JSON form alone. */
function jsonSchema(schema: string): string {
  const answer = schemaToJson(schema);
  if (answer.type === 'failure') {
    throw new Error(
      `'schema' must be a Cedar schema, got: ${answer.errors.map(({ message }) => message).join('; ')}`,
    );
  }
  return JSON.stringify(answer.json);
}
