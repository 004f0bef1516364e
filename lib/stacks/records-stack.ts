import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { readCedarPolicies } from '../../lambda/records/adapters/cedar-policies';
import type { EnvironmentConfig } from '../config/schema';
import { AccessLogHeads } from '../constructs/access-log-heads';
import { AuditStream } from '../constructs/audit-stream';
import { AuthorizationPolicies } from '../constructs/authorization-policies';
import { BreakGlassAlert } from '../constructs/break-glass-alert';
import type { ReplicationTargets } from '../constructs/bucket-replication';
import { DeploymentRuns } from '../constructs/deployment-runs';
import type { DeploymentFunctionSettings } from '../constructs/deployment-task';
import { HostedSignIn } from '../constructs/hosted-sign-in';
import { listenerCertificate, pointName } from '../constructs/load-balancer-name';
import type { PostgresDatabase } from '../constructs/postgres-database';
import { RecordsAlarms } from '../constructs/records-alarms';
import { RecordsMigration } from '../constructs/records-migration';
import { RecordsService, SERVICE_CONCURRENCY } from '../constructs/records-service';
import { SERVICE_ID } from '../constructs/records-service-role';
import { RestrictedEndpoint } from '../constructs/restricted-endpoint';
import { SigningKeys } from '../constructs/signing-keys';
import { StaffPool } from '../constructs/staff-pool';
import { TlsListener } from '../constructs/tls-listener';
import { TlsLoadBalancer } from '../constructs/tls-load-balancer';
import { functionTargetGroup } from '../constructs/tls-target-group';
import { TokenKey } from '../constructs/token-key';
import { WebFirewall } from '../constructs/web-firewall';
import { removalPolicyOf } from './removal-policy';

/** The roles of the access service, a group of the pool each. */
const ROLES = ['physician', 'nurse', 'billing', 'admin', 'patient'] as const;

/** Properties of a {@link RecordsStack}. */
export interface RecordsStackProps extends StackProps {
  readonly environment: EnvironmentConfig;
  readonly vpc: IVpc;
  readonly serviceSubnets: SubnetSelection;

  /** Where interface endpoints stand: as many zones as the environment pays for. */
  readonly endpointSubnets: SubnetSelection;

  /** Where a load balancer on the Internet stands. */
  readonly balancerSubnets: SubnetSelection;

  readonly dataKey: IKey;
  readonly auditKey: IKey;
  readonly alertsKey: IKey;
  readonly accessLogs: IBucket;
  readonly archiveTargets: ReplicationTargets;
  readonly database: PostgresDatabase;
  readonly alertTopic: ITopic;
}

/**
 * How people reach records: one TLS listener behind a firewall, a sign-in with a second factor, and a service that
 * authorizes and audits each access.
 *
 * @see 45 CFR 164.312(a)(1), 164.312(b), 164.312(d), 164.312(e)(1), 164.502(b)
 */
export class RecordsStack extends Stack {
  constructor(scope: Construct, id: string, props: RecordsStackProps) {
    super(scope, id, props);
    const { environment, auditKey } = props;
    const { records, retention } = environment;
    const removalPolicy = removalPolicyOf(environment);
    const deployment = { logKey: auditKey, logRetentionDays: retention.applicationLogDays, removalPolicy };

    const { loadBalancer } = this.renderLoadBalancer(props);
    const origin = `https://${records.domainName ?? loadBalancer.loadBalancerDnsName}`;
    const { service, relay, auditStream, heads } = this.renderService(props, deployment, origin);
    const certificate = listenerCertificate(this, records, loadBalancer, deployment);
    new TlsListener(this, 'Listener', {
      loadBalancer,
      certificateArn: certificate.arn,
      target: functionTargetGroup(this, 'ServiceTarget', service.function),
      hsts: records.hsts,
      http: records.http,
    });
    const firewall = new WebFirewall(this, 'Firewall', {
      resourceArn: loadBalancer.loadBalancerArn,
      name: `${environment.name}-records`,
      requestsPerMinute: records.requestsPerMinute,
      logKey: auditKey,
      logRetentionDays: retention.auditDays,
      removalPolicy,
    });
    pointName(this, records, loadBalancer);
    new BreakGlassAlert(this, 'EmergencyAccess', props);
    new RecordsAlarms(this, 'Alarms', {
      alertTopic: props.alertTopic,
      loadBalancerName: loadBalancer.loadBalancerFullName,
      serviceName: service.function.functionName,
      relayName: relay.functionName,
      streamName: auditStream.streamName,
      headStreamName: heads.stream.streamName,
      firewallName: firewall.metricName,
      ...(certificate.selfSigned && { selfSignedCertificateArn: certificate.arn }),
    });
  }

  /** The service and all that it stands on: who signs in, what decides, where each access is recorded. */
  private renderService(props: RecordsStackProps, deployment: DeploymentFunctionSettings, origin: string) {
    const { environment, dataKey } = props;
    const { removalPolicy, logRetentionDays } = deployment;
    const inside = {
      ...props,
      ...deployment,
      subnets: props.serviceSubnets,
      key: dataKey,
      logKey: dataKey,
      databaseName: environment.database.name,
    };
    const { userPoolId } = new StaffPool(this, 'Staff', { roles: ROLES, removalPolicy });
    const signIn = new HostedSignIn(this, 'SignIn', { userPoolId, origin });
    const signingKeys = new SigningKeys(this, 'SigningKeys', {
      ...deployment,
      userPoolId,
      key: dataKey,
      reservedConcurrency: reserved(environment, 1),
    });
    const delivery = {
      key: props.auditKey,
      archiveTargets: props.archiveTargets,
      accessLogs: props.accessLogs,
      logRetentionDays,
      removalPolicy,
    };
    const auditStream = new AuditStream(this, 'AccessAudit', { ...delivery, prefix: 'records-access' });
    const runs = new DeploymentRuns(this, 'DeploymentRuns', deployment);
    runs.runOf('FirstSigningKeys', signingKeys.relay, { UserPoolId: userPoolId });
    const migration = new RecordsMigration(this, 'Migration', {
      ...inside,
      reservedConcurrency: reserved(environment, 1),
      firstAdministrator: environment.records.firstAdministrator,
      runs,
    });
    const service = new RecordsService(this, SERVICE_ID, {
      ...inside,
      reservedConcurrency: reserved(environment, SERVICE_CONCURRENCY),
      signIn: { userPoolId, clientId: signIn.clientId, origin: signIn.origin },
      origin,
      sessionHours: environment.records.sessionHours,
      policyStore: new AuthorizationPolicies(this, 'Policies', { ...readCedarPolicies(), removalPolicy }),
      auditStream,
      signingKeys,
    });
    const ofService = {
      roleArn: service.role.roleArn,
      administratorArns: environment.keys.administratorArns,
      removalPolicy,
    };
    service.useTokenKey(new TokenKey(this, 'PatientTokens', ofService).keyArn);
    const heads = new AccessLogHeads(this, 'AccessHeads', { ...delivery, ...ofService });
    service.signHeads(heads);
    // Requests come only once the schema is there.
    service.function.node.addDependency(migration.run);
    this.renderDecisionsEndpoint(props, service);
    return { service, relay: signingKeys.relay, auditStream, heads };
  }

  private renderLoadBalancer({ environment, ...props }: RecordsStackProps): TlsLoadBalancer {
    const { exposure, clientRanges, http } = environment.records;
    const onInternet = exposure === 'internet';
    return new TlsLoadBalancer(this, 'Edge', {
      vpc: props.vpc,
      subnets: onInternet ? props.balancerSubnets : props.serviceSubnets,
      exposure,
      name: `${environment.name}-records`,
      clientRanges: clientRanges ?? [onInternet ? '0.0.0.0/0' : environment.network.cidr],
      ports: http === 'redirect' ? [443, 80] : [443],
      accessLogs: props.accessLogs,
    });
  }

  /** Verified Permissions takes no endpoint policy: the service alone reaches its endpoint. */
  private renderDecisionsEndpoint(
    { vpc, endpointSubnets }: RecordsStackProps,
    service: RecordsService,
  ): void {
    new RestrictedEndpoint(this, 'Decisions', {
      vpc,
      subnets: endpointSubnets,
      service: 'verifiedpermissions',
      callers: [service.securityGroup],
    });
  }
}

/** Concurrency of its own where the account has some to give. */
function reserved<Count extends number>({ functions }: EnvironmentConfig, count: Count): Count | undefined {
  return functions.concurrency === 'reserve' ? count : undefined;
}
