import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { InstanceType, type ISecurityGroup, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import {
  CaCertificate,
  CfnDBInstance,
  Credentials,
  DatabaseInsightsMode,
  DatabaseInstance,
  DatabaseInstanceEngine,
  type IDatabaseInstance,
  type IInstanceEngine,
  ParameterGroup,
  PerformanceInsightRetention,
  PostgresEngineVersion,
  StorageType,
} from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { EncryptedLogGroup } from './encrypted-log-group';
import { EnhancedMonitoring } from './enhanced-monitoring';
import { phiLogPolicy } from './phi-log-policy';
import { placementProblems, postgresProblems } from './postgres-database-limits';
import type { PostgresDatabaseProps } from './postgres-database-props';
import { postgresParameters } from './postgres-parameters';

/** Everything that RDS PostgreSQL exports. */
const LOG_EXPORTS = ['postgresql', 'upgrade', 'iam-db-auth-error'] as const;
type LogExport = (typeof LOG_EXPORTS)[number];

/** Who owns the database until roles of its own exist; it logs in with a password that RDS keeps and rotates. */
const MASTER_USERNAME = 'database_owner';

/** Between two samples of operating system metrics. A shorter interval costs more log. */
const MONITORING_INTERVAL = Duration.seconds(60);

/**
 * A PostgreSQL instance for PHI: encrypted with our key at rest and by TLS in transit, in isolated subnets of two
 * zones, audited without values in its logs, and not deleted by accident. None of it can be switched off.
 *
 * Nobody reaches it until a consumer adds an ingress rule to {@link securityGroup}. Before it holds anything, a
 * consumer runs `postgresPreparation()`.
 *
 * Database Insights is in standard mode with 7 days of history, which is free. Its samples hold statement
 * texts, under our key; the advanced mode keeps them 15 months and costs by the vCPU, so less is also safer.
 *
 * @see 45 CFR 164.312(a)(2)(iv), 164.312(b), 164.312(e)(1), 164.308(a)(7)(ii)(A)
 */
export class PostgresDatabase extends Construct {
  readonly instance: IDatabaseInstance;

  /** ARN of the secret in which RDS keeps and rotates the owner's password; migrations alone log in with it. */
  readonly ownerSecretArn: string;

  /** Without ingress: consumers add a `CfnSecurityGroupIngress` in their own stack. */
  readonly securityGroup: ISecurityGroup;

  /** TCP port. */
  readonly port: number;

  /** The group that audit entries, connections and fatal errors are written to. */
  readonly logGroup: ILogGroup;

  /** Every log group of the database; they count as PHI stores. */
  readonly logGroups: readonly ILogGroup[];

  constructor(scope: Construct, id: string, props: PostgresDatabaseProps) {
    super(scope, id);
    const problems = [...postgresProblems(props), ...placementProblems(props)];
    if (problems.length > 0) throw new Error(problems.join('; '));
    this.port = props.port;
    this.securityGroup = this.renderSecurityGroup(props);
    this.logGroup = this.renderLogGroup('postgresql', 'PostgresqlLog', props);
    this.logGroups = [
      this.logGroup,
      this.renderLogGroup('upgrade', 'UpgradeLog', props),
      this.renderLogGroup('iam-db-auth-error', 'IamAuthErrorLog', props),
    ];
    this.instance = this.renderInstance(props);
    this.ownerSecretArn = ownerSecretArn(this.instance);
    // Left alone, RDS makes the groups itself: without a key, and for ever.
    this.instance.node.addDependency(...this.logGroups);
  }

  private renderSecurityGroup(props: PostgresDatabaseProps): SecurityGroup {
    const securityGroup = new SecurityGroup(this, 'SecurityGroup', {
      vpc: props.vpc,
      description: 'PHI database: consumers add their own ingress',
      allowAllOutbound: false,
    });
    securityGroup.applyRemovalPolicy(props.removalPolicy);
    return securityGroup;
  }

  private renderLogGroup(log: LogExport, id: string, props: PostgresDatabaseProps): ILogGroup {
    return new EncryptedLogGroup(this, id, {
      key: props.key,
      logGroupName: `/aws/rds/instance/${props.instanceIdentifier}/${log}`,
      retentionDays: props.logRetentionDays,
      dataProtectionPolicy: phiLogPolicy('phi-store'),
      removalPolicy: props.removalPolicy,
    });
  }

  private renderParameterGroup(engine: IInstanceEngine, props: PostgresDatabaseProps): ParameterGroup {
    return new ParameterGroup(this, 'Parameters', {
      engine,
      description: 'TLS forced, access audited, no values in logs',
      parameters: Object.fromEntries(
        postgresParameters(props.engineVersion).map(({ name, value }) => [name, value]),
      ),
      removalPolicy: props.removalPolicy,
    });
  }

  private renderInstance(props: PostgresDatabaseProps): DatabaseInstance {
    const { key } = props;
    const engine = DatabaseInstanceEngine.postgres({
      version: PostgresEngineVersion.of(props.engineVersion, props.engineVersion),
    });
    const monitoring = new EnhancedMonitoring(this, 'Monitoring', {
      key,
      logGroup: props.osMetricsLogGroup,
      retentionDays: props.logRetentionDays,
      instanceIdentifier: props.instanceIdentifier,
      removalPolicy: props.removalPolicy,
    });
    const instance = new DatabaseInstance(this, 'Instance', {
      engine,
      instanceIdentifier: props.instanceIdentifier,
      instanceType: new InstanceType(props.instanceClass),
      databaseName: props.databaseName,
      parameterGroup: this.renderParameterGroup(engine, props),
      vpc: props.vpc,
      vpcSubnets: props.isolatedSubnets,
      securityGroups: [this.securityGroup],
      port: props.port,
      publiclyAccessible: false,
      multiAz: true,
      storageType: StorageType.GP3,
      allocatedStorage: props.allocatedStorageGiB,
      maxAllocatedStorage: props.maxAllocatedStorageGiB,
      storageEncryptionKey: key,
      caCertificate: CaCertificate.RDS_CA_RSA2048_G1,
      iamAuthentication: true,
      manageMasterUserPassword: true,
      credentials: Credentials.fromUsername(MASTER_USERNAME, { encryptionKey: key }),
      autoMinorVersionUpgrade: true,
      backupRetention: Duration.days(props.backupRetentionDays),
      deleteAutomatedBackups: false,
      copyTagsToSnapshot: true,
      deletionProtection: true,
      cloudwatchLogsExports: [...LOG_EXPORTS],
      monitoringInterval: MONITORING_INTERVAL,
      monitoringRole: monitoring.role,
      databaseInsightsMode: DatabaseInsightsMode.STANDARD,
      enablePerformanceInsights: true,
      performanceInsightRetention: PerformanceInsightRetention.DEFAULT,
      performanceInsightEncryptionKey: key,
      removalPolicy: instanceRemovalPolicy(props.removalPolicy),
    });
    instance.node.addDependency(monitoring);
    return instance;
  }
}

/** Deletion protection would make the rollback of a failed creation fail as well: the instance then stays. */
function instanceRemovalPolicy(policy: RemovalPolicy): RemovalPolicy {
  return policy === RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE ? RemovalPolicy.RETAIN : policy;
}

function ownerSecretArn(instance: IDatabaseInstance): string {
  const resource = instance.node.defaultChild;
  if (!(resource instanceof CfnDBInstance))
    throw new Error(`'${instance.node.path}' must have a CfnDBInstance`);
  return resource.attrMasterUserSecretSecretArn;
}
