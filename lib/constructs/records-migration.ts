import type { CustomResource } from 'aws-cdk-lib';
import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { DatabaseClient, databaseAuthorities } from './database-client';
import type { DeploymentRuns } from './deployment-runs';
import type { PostgresDatabase } from './postgres-database';
import { VpcFunction, type VpcFunctionProps } from './vpc-function';

/** Another runner's migration is waited for; a schema of this size takes seconds. */
const TIMEOUT = Duration.minutes(5);

/** Properties of a {@link RecordsMigration}. */
export interface RecordsMigrationProps
  extends Pick<
    VpcFunctionProps,
    'vpc' | 'subnets' | 'key' | 'logKey' | 'logRetentionDays' | 'reservedConcurrency' | 'removalPolicy'
  > {
  readonly database: PostgresDatabase;
  readonly databaseName: string;

  /**
   * `sub` of the person who lets the others in.
   *
   * @default - nobody can let anybody in yet
   */
  readonly firstAdministrator?: string;

  /** What runs the migration while deploying. */
  readonly runs: DeploymentRuns;
}

/**
 * Brings the database to the schema of this version with each deployment that changes it: roles, extensions, IAM login,
 * tables. It alone logs in as the database's owner, with the password that RDS keeps.
 *
 * @see 45 CFR 164.308(a)(4)(ii)(B), 164.312(a)(1), 164.312(c)(1)
 */
export class RecordsMigration extends Construct {
  /** What needs the schema waits for this. */
  readonly run: CustomResource;

  constructor(scope: Construct, id: string, props: RecordsMigrationProps) {
    super(scope, id);
    const { database, firstAdministrator } = props;
    const migration = new VpcFunction(this, 'Function', {
      ...props,
      entry: 'records/handlers/migrate',
      description: 'Brings the database to the schema of this version',
      environment: {
        DATABASE_HOST: database.instance.instanceEndpoint.hostname,
        DATABASE_PORT: String(database.port),
        DATABASE_NAME: props.databaseName,
        DATABASE_SECRET_ARN: database.ownerSecretArn,
        ...databaseAuthorities(Stack.of(this).region),
        ...(firstAdministrator !== undefined && { FIRST_ADMINISTRATOR: firstAdministrator }),
      },
      logKind: 'phi-store',
      memoryMiB: 512,
      timeout: TIMEOUT,
    });
    migration.role.addToPrincipalPolicy(
      new PolicyStatement({
        sid: 'OwnerPassword',
        actions: ['secretsmanager:GetSecretValue'],
        resources: [database.ownerSecretArn],
      }),
    );
    const access = new DatabaseClient(this, 'Database', { client: migration.securityGroup, database });
    this.run = props.runs.runOf('Run', migration.function, {
      FirstAdministrator: firstAdministrator ?? 'none',
    });
    this.run.node.addDependency(migration, access);
  }
}
