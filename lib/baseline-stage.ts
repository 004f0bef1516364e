import { Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { deploymentTarget } from './config/deployment-target';
import type { EnvironmentConfig } from './config/schema';
import { rolesOfStack } from './constructs/incident-keys';
import { serviceRolePattern } from './constructs/records-service-role';
import { AuditStack } from './stacks/audit-stack';
import { DataStack } from './stacks/data-stack';
import { DetectionStack } from './stacks/detection-stack';
import { FoundationStack } from './stacks/foundation-stack';
import { NetworkStack } from './stacks/network-stack';
import { RecordsStack } from './stacks/records-stack';
import { RecoveryBaseStack, type RecoveryTargets } from './stacks/recovery-base-stack';
import { RegisterStack } from './stacks/register-stack';
import { ResponseStack } from './stacks/response-stack';

/** The key under which templates and resources say what the checks cannot see in them. */
const METADATA = 'HipaaBaseline';

/**
 * One environment: its stacks in the order in which they are deployed, each using only what stands before it.
 */
export class BaselineStage extends Stage {
  readonly environment: EnvironmentConfig;

  constructor(scope: Construct, environment: EnvironmentConfig) {
    super(scope, environment.name, { env: deploymentTarget(environment) });
    this.environment = environment;
    const terminationProtection = environment.profile === 'production';
    const common = { environment, terminationProtection };

    const recovery = this.renderRecovery(common);
    const foundation = new FoundationStack(this, 'Foundation', {
      ...common,
      ...recovery,
      auditStackName: `${environment.name}-Audit`,
      fieldEncryptionRole: serviceRolePattern(`${environment.name}-Records`),
      evidenceRoles: rolesOfStack(`${environment.name}-Response`),
    });
    const network = new NetworkStack(this, 'Network', { ...common, auditKey: foundation.keys.audit });
    const audit = new AuditStack(this, 'Audit', {
      ...common,
      ...recovery,
      auditKey: foundation.keys.audit,
      alertsKey: foundation.keys.alerts,
      archive: foundation.archive,
      accessLogs: foundation.accessLogs,
      archiveTargets: foundation.archiveTargets,
      vpc: network.vpc,
      serviceSubnets: network.serviceSubnets,
      endpointSubnets: network.endpointSubnets,
    });
    const data = new DataStack(this, 'Data', {
      ...common,
      ...recovery,
      vpc: network.vpc,
      isolatedSubnets: network.dataSubnets,
      dataKey: foundation.keys.data,
      accessLogs: foundation.accessLogs,
      backupVault: foundation.vault,
      trailLogGroup: audit.trailLogGroup,
      alertTopic: audit.alertTopic,
    });
    new DetectionStack(this, 'Detection', {
      ...common,
      dataKey: foundation.keys.data,
      auditKey: foundation.keys.audit,
      accessLogs: foundation.accessLogs,
      phiBucket: data.phiBucket,
      trailLogGroup: audit.trailLogGroup,
      alertTopic: audit.alertTopic,
    });
    new RecordsStack(this, 'Records', {
      ...common,
      vpc: network.vpc,
      serviceSubnets: network.serviceSubnets,
      endpointSubnets: network.endpointSubnets,
      balancerSubnets: network.balancerSubnets,
      dataKey: foundation.keys.data,
      auditKey: foundation.keys.audit,
      alertsKey: foundation.keys.alerts,
      accessLogs: foundation.accessLogs,
      archiveTargets: foundation.archiveTargets,
      database: data.database,
      alertTopic: audit.alertTopic,
    });
    const register = new RegisterStack(this, 'Register', {
      ...common,
      ...recovery,
      responseStackName: `${environment.name}-Response`,
      dataKey: foundation.keys.data,
      backupVault: foundation.vault,
    });
    new ResponseStack(this, 'Response', {
      ...common,
      vpc: network.vpc,
      serviceSubnets: network.serviceSubnets,
      alertsKey: foundation.keys.alerts,
      auditKey: foundation.keys.audit,
      register: register.resources,
      headKeyArn: register.headKeyArn,
      archive: foundation.archive,
      alertTopic: audit.alertTopic,
    });
    this.markTemplates();
  }

  /** A template that is read on its own still says what its environment is for. */
  private markTemplates(): void {
    const { name, profile } = this.environment;
    for (const stack of this.node.children.filter(Stack.isStack)) {
      stack.templateOptions.metadata = { [METADATA]: { environment: name, profile } };
    }
  }

  private renderRecovery(common: {
    readonly environment: EnvironmentConfig;
    readonly terminationProtection: boolean;
  }): { readonly recovery?: RecoveryTargets } {
    const region = common.environment.recoveryRegion;
    if (region === undefined) return {};
    const stack = new RecoveryBaseStack(this, 'RecoveryBase', {
      ...common,
      env: { ...deploymentTarget(common.environment), region },
    });
    return { recovery: stack.targets };
  }
}
