import { Duration } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type IBackupVault,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Role } from 'aws-cdk-lib/aws-iam';
import type { IDatabaseInstance } from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';
import { backupRole } from './backup-role';
import { VAULT_MINIMUM_DAYS } from './locked-vault';

/** The longest that AWS Backup keeps a log of changes to restore any second from. */
const CONTINUOUS_DAYS = VAULT_MINIMUM_DAYS;

/** AWS Backup tries again within this time where RDS is in its own maintenance or backup window. */
const START_WINDOW = Duration.hours(2);

/** A backup that has not ended by then is reported as failed. */
const COMPLETION_WINDOW = Duration.hours(8);

/** Properties of a {@link DatabaseBackup}. */
export interface DatabaseBackupProps {
  /** The database, of the same stack. */
  readonly instance: IDatabaseInstance;

  /** Days of automatic backups that the instance itself is set to. */
  readonly instanceRetentionDays: number;

  /** The locked vault; it keeps every recovery point for `retentionDays` at least. */
  readonly vault: IBackupVault;

  /** Days that a recovery point is kept, here and in the second region. */
  readonly retentionDays: number;

  /**
   * ARN of the locked vault in the second region.
   *
   * @default - the environment has one region
   */
  readonly recoveryVaultArn?: string;
}

/**
 * Whether the instance can have a continuous backup in the vault.
 *
 * The vault keeps everything for 35 days at least, AWS Backup a continuous backup for 35 days at most; and it takes
 * over the instance's own retention, which must say the same or the next deployment would undo one of the two.
 */
export function continuousBackupFits(instanceDays: number): boolean {
  return instanceDays === CONTINUOUS_DAYS;
}

/**
 * Daily recovery points of the database in a locked vault, copied to the second region where there is one, and
 * restorable to any second where the vault can hold that.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(A), 164.308(a)(7)(ii)(B), 164.310(d)(2)(iv)
 */
export class DatabaseBackup extends Construct {
  /** What AWS Backup takes on to back up; it restores nothing. */
  readonly role: Role;

  constructor(scope: Construct, id: string, props: DatabaseBackupProps) {
    super(scope, id);
    if (!(Number.isInteger(props.retentionDays) && props.retentionDays >= 1)) {
      throw new Error(`'retentionDays' must be a whole number of days, got: ${props.retentionDays}`);
    }
    this.role = backupRole(this, 'Role', 'the database');
    const plan = new BackupPlan(this, 'DatabasePlan', { backupPlanRules: this.renderRules(props) });
    // By ARN: a tag that somebody removes would end the backups without a word.
    plan.addSelection('Database', {
      role: this.role,
      disableDefaultBackupPolicy: true,
      resources: [BackupResource.fromRdsDatabaseInstance(props.instance)],
    });
  }

  private renderRules(props: DatabaseBackupProps): BackupPlanRule[] {
    const common = {
      backupVault: props.vault,
      startWindow: START_WINDOW,
      completionWindow: COMPLETION_WINDOW,
      deleteAfter: Duration.days(props.retentionDays),
    };
    const daily = new BackupPlanRule({
      ...common,
      ruleName: 'Daily',
      scheduleExpression: Schedule.cron({ hour: '5', minute: '0' }),
      copyActions: this.renderCopies(props),
    });
    if (!continuousBackupFits(props.instanceRetentionDays)) return [daily];
    // A rule of its own, hours apart: what is copied is the daily snapshot.
    const continuous = new BackupPlanRule({
      ...common,
      deleteAfter: Duration.days(CONTINUOUS_DAYS),
      ruleName: 'Continuous',
      scheduleExpression: Schedule.cron({ hour: '1', minute: '0' }),
      enableContinuousBackup: true,
    });
    return [daily, continuous];
  }

  private renderCopies({ recoveryVaultArn, retentionDays }: DatabaseBackupProps) {
    if (recoveryVaultArn === undefined) return [];
    const destinationBackupVault = BackupVault.fromBackupVaultArn(this, 'RecoveryVault', recoveryVaultArn);
    return [{ destinationBackupVault, deleteAfter: Duration.days(retentionDays) }];
  }
}
