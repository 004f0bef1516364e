import {
  type AddToPrincipalPolicyResult,
  ManagedPolicy,
  type PolicyStatement,
  Role,
  type RoleProps,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** AWS refuses a managed policy with more characters, white space not counted. */
const MAX_POLICY_CHARACTERS = 6144;

/** {@link RoleProps} without the inline policies that HIPAA.Security-IAMNoInlinePolicy forbids. */
export type ManagedPolicyRoleProps = Omit<RoleProps, 'inlinePolicies'>;

/**
 * A role whose grants all land in one customer managed policy, attached before anything can assume the role.
 *
 * The policy is created first and the role names it, so a resource that waits for the role waits for its
 * permissions too. A policy over IAM's size limit fails synthesis.
 *
 * @see 45 CFR 164.308(a)(4)(ii)(B), 164.312(a)(1)
 */
export class ManagedPolicyRole extends Role {
  private policy: ManagedPolicy | undefined;

  constructor(scope: Construct, id: string, props: ManagedPolicyRoleProps) {
    super(scope, id, props);
    this.node.addValidation({ validate: () => this.oversizedPolicy() });
  }

  override addToPrincipalPolicy(statement: PolicyStatement): AddToPrincipalPolicyResult {
    this.policy ??= this.attachPolicy();
    this.policy.addStatements(statement);
    return { statementAdded: true, policyDependable: this.policy };
  }

  private attachPolicy(): ManagedPolicy {
    const policy = new ManagedPolicy(this, 'Policy');
    this.addManagedPolicy(policy);
    return policy;
  }

  private oversizedPolicy(): string[] {
    if (this.policy === undefined) return [];
    const characters = JSON.stringify(this.stack.resolve(this.policy.document)).length;
    return characters > MAX_POLICY_CHARACTERS
      ? [`'policy' must have at most ${MAX_POLICY_CHARACTERS} characters, got: ${characters}`]
      : [];
  }
}
