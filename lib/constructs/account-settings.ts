import { ArnFormat, CfnResource, CustomResource, Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ApplicationLogLevel,
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { SETTING_ACTIONS, type SettingName } from './account-settings-actions';
import { acknowledgeDeploymentFunction } from './deployment-function';
import { EncryptedLogGroup } from './encrypted-log-group';
import { functionCode } from './function-code';
import { ManagedPolicyRole } from './managed-policy-role';
import { phiLogPolicy } from './phi-log-policy';

/** The function answers within this time, and has some left to do so. */
const TIMEOUT = Duration.minutes(2);

/** A function that is gone, or that three deliveries in a row were lost of, fails the deployment after this time. */
const GIVE_UP = Duration.minutes(15);

/** Properties of {@link AccountSettings}. */
export interface AccountSettingsProps {
  /** Part of the names under which is kept what was found. */
  readonly environmentName: string;

  /** Encrypts the function's log group; its policy lets CloudWatch Logs use it. */
  readonly logKey: IKey;

  /** Days that the function's log is kept: one of the values that CloudWatch Logs knows. */
  readonly logRetentionDays: number;

  /** What happens to the log when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/** One setting. */
export interface AccountSettingOptions {
  readonly setting: SettingName;

  /** `manage` makes it so; `adopt` only looks, and fails the deployment where it is weaker. */
  readonly mode: 'manage' | 'adopt';

  /** What is wanted, in text: CloudFormation makes text of everything. */
  readonly wanted: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * The one function that makes what CloudFormation has no resource for. It may do what the settings that were asked of it
 * need, and no more; it reads before it writes, weakens nothing, and puts back on deletion only what is safe.
 *
 * @see docs/detection.md
 * @see 45 CFR 164.308(a)(4)(ii)(B), 164.316(b)(1)(ii)
 */
export class AccountSettings extends Construct {
  private readonly role: ManagedPolicyRole;
  private readonly function: LambdaFunction;
  private readonly environmentName: string;

  constructor(scope: Construct, id: string, props: AccountSettingsProps) {
    super(scope, id);
    this.environmentName = props.environmentName;
    const logs = new EncryptedLogGroup(this, 'Logs', {
      key: props.logKey,
      retentionDays: props.logRetentionDays,
      dataProtectionPolicy: phiLogPolicy('phi-store'),
      removalPolicy: props.removalPolicy,
    });
    this.role = new ManagedPolicyRole(this, 'Role', {
      description: 'Makes the account settings that CloudFormation has no resource for',
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    logs.grantDelivery(this.role);
    this.function = new LambdaFunction(this, 'Function', {
      code: functionCode('account-settings/handlers/account-settings'),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_LATEST,
      architecture: Architecture.ARM_64,
      description: 'Makes the account settings that CloudFormation has no resource for',
      role: this.role.withoutPolicyUpdates(),
      logGroup: logs,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN,
      memorySize: 256,
      timeout: TIMEOUT,
    });
    const resource = this.function.node.defaultChild;
    if (!CfnResource.isCfnResource(resource)) throw new Error(`'${this.node.path}' must have a CfnFunction`);
    acknowledgeDeploymentFunction(resource);
    acknowledge(this.role.node.findChild('Policy'), {
      rule: 'AwsSolutions-IAM5[Resource::*]',
      kind: 'no-resource-level-permission',
      reason:
        'Settings of an account have no resource that IAM could name, and the jobs of Macie have one only once they exist; the actions are named one by one.',
      ...YEARLY_REVIEW,
      citation: '164.308(a)(4)(ii)(B)',
    });
  }

  /** Makes a setting with the stack, or looks whether it holds. */
  make(id: string, { setting, mode, wanted }: AccountSettingOptions): CustomResource {
    const record = `/hipaa-baseline/${this.environmentName}/account-settings/${setting}`;
    this.allow(setting, mode, record);
    return new CustomResource(this, id, {
      resourceType: 'Custom::AccountSetting',
      serviceToken: this.function.functionArn,
      serviceTimeout: GIVE_UP,
      properties: { Setting: setting, Mode: mode, Record: record, Wanted: wanted },
    });
  }

  /** Adopting needs no permission to write, and so gets none. */
  private allow(setting: SettingName, mode: 'manage' | 'adopt', record: string): void {
    const { read, write } = SETTING_ACTIONS[setting];
    const actions = mode === 'manage' ? [...read, ...write] : read;
    this.role.addToPrincipalPolicy(new PolicyStatement({ actions: [...actions], resources: ['*'] }));
    this.role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [
          'ssm:DeleteParameter',
          'ssm:GetParameter',
          ...(mode === 'manage' ? ['ssm:PutParameter'] : []),
        ],
        resources: [
          Stack.of(this).formatArn({
            service: 'ssm',
            resource: `parameter${record}`,
            arnFormat: ArnFormat.NO_RESOURCE_NAME,
          }),
        ],
      }),
    );
  }
}
