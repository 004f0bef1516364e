import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type IBackupVault,
} from 'aws-cdk-lib/aws-backup';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { LIST_INDEX } from '../../lambda/breach/adapters/register-keys';
import { backupRole } from './backup-role';

/** Properties of an {@link IncidentRegister}. */
export interface IncidentRegisterProps {
  /** The key of the table, used through `dynamodb`. */
  readonly key: IKey;

  /** The locked vault of its recovery points. */
  readonly vault: IBackupVault;

  /** Days that a recovery point is kept, here and in the second region. */
  readonly backupDays: number;

  /**
   * ARN of the locked vault in the second region.
   *
   * @default - the environment has one region
   */
  readonly recoveryVaultArn?: string;

  /** Whether nobody can delete the table before its protection is lifted. */
  readonly deletionProtection: boolean;

  /** What happens to the table when its stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The register of incidents: one table, restorable to any second of 35 days and from locked daily recovery points, whose
 * stream tells what has to be said.
 *
 * @see 45 CFR 164.308(a)(6)(ii), 164.308(a)(7)(ii)(A), 164.312(c)(1)
 */
export class IncidentRegister extends Construct {
  readonly table: Table;
  readonly streamArn: string;

  constructor(scope: Construct, id: string, props: IncidentRegisterProps) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: props.deletionProtection,
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: props.removalPolicy,
    });
    this.table.addGlobalSecondaryIndex({
      indexName: LIST_INDEX,
      partitionKey: { name: 'list', type: AttributeType.STRING },
      sortKey: { name: 'at', type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    const { tableStreamArn } = this.table;
    if (tableStreamArn === undefined) throw new Error('the register must have a stream, got: none');
    this.streamArn = tableStreamArn;
    this.renderBackup(props);
  }

  private renderBackup({ vault, backupDays, recoveryVaultArn }: IncidentRegisterProps): void {
    const role = backupRole(this, 'BackupRole', 'the incident register');
    const deleteAfter = Duration.days(backupDays);
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'Daily',
          backupVault: vault,
          scheduleExpression: Schedule.cron({ hour: '6', minute: '0' }),
          startWindow: Duration.hours(2),
          completionWindow: Duration.hours(8),
          deleteAfter,
          ...(recoveryVaultArn !== undefined && {
            copyActions: [
              {
                destinationBackupVault: BackupVault.fromBackupVaultArn(
                  this,
                  'RecoveryVault',
                  recoveryVaultArn,
                ),
                deleteAfter,
              },
            ],
          }),
        }),
      ],
    });
    // By ARN: a tag that somebody removes would end the backups without a word.
    plan.addSelection('Register', {
      role,
      disableDefaultBackupPolicy: true,
      resources: [BackupResource.fromArn(this.table.tableArn)],
    });
  }
}
