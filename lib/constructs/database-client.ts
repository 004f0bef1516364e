import { CfnSecurityGroupEgress, CfnSecurityGroupIngress, type ISecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import type { PostgresDatabase } from './postgres-database';

/**
 * Lets a client's security group reach the database, and nothing else, by rules in the client's stack: the database
 * stands in an earlier one, which names no later stack.
 *
 * @see docs/decisions/0006-references-run-one-way.md
 * @see 45 CFR 164.312(a)(1)
 */
export class DatabaseClient extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { client, database }: { readonly client: ISecurityGroup; readonly database: PostgresDatabase },
  ) {
    super(scope, id);
    const rule = { ipProtocol: 'tcp', fromPort: database.port, toPort: database.port };
    new CfnSecurityGroupIngress(this, 'Ingress', {
      ...rule,
      groupId: database.securityGroup.securityGroupId,
      sourceSecurityGroupId: client.securityGroupId,
      description: `From ${id}`,
    });
    new CfnSecurityGroupEgress(this, 'Egress', {
      ...rule,
      groupId: client.securityGroupId,
      destinationSecurityGroupId: database.securityGroup.securityGroupId,
      description: 'To the PHI database',
    });
  }
}

/**
 * What a client needs in its environment to verify the database: nothing where the code brings RDS's authorities, and in
 * GovCloud, whose authorities are others, the bundle that Lambda brings.
 *
 * @param region that of the stack, which may be a token
 */
export function databaseAuthorities(region: string): Readonly<Record<string, string>> {
  return region.startsWith('us-gov-') ? { DATABASE_CA_FILE: '/var/runtime/ca-cert.pem' } : {};
}
