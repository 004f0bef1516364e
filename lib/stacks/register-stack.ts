import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IBackupVault } from 'aws-cdk-lib/aws-backup';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/schema';
import { EventArchive } from '../constructs/event-archive';
import { IncidentKeys } from '../constructs/incident-keys';
import { IncidentRegister } from '../constructs/incident-register';
import type { RegisterResources } from '../constructs/register-access';
import type { RecoveryTargets } from './recovery-base-stack';
import { removalPolicyOf } from './removal-policy';

/** Properties of a {@link RegisterStack}. */
export interface RegisterStackProps extends StackProps {
  readonly environment: EnvironmentConfig;

  /** Name of the stack whose roles work with the register. */
  readonly responseStackName: string;

  /** The key of the table, used through `dynamodb`. */
  readonly dataKey: IKey;

  readonly backupVault: IBackupVault;

  /**
   * Where the second region keeps its copies.
   *
   * @default - the environment has one region
   */
  readonly recovery?: RecoveryTargets;
}

/**
 * What outlives every deployment of the response: the register of incidents, the keys of its proofs, and the events that
 * can be replayed into it.
 *
 * @see 45 CFR 164.308(a)(6)(ii), 164.312(c)(1), 164.414(b)
 */
export class RegisterStack extends Stack {
  /** The table, its stream and keys. */
  readonly resources: RegisterResources;

  /** Signs how far timelines have got. */
  readonly headKeyArn: string;

  constructor(scope: Construct, id: string, props: RegisterStackProps) {
    super(scope, id, props);
    const { environment, recovery } = props;
    const removalPolicy = removalPolicyOf(environment);
    const { table, streamArn } = new IncidentRegister(this, 'Incidents', {
      key: props.dataKey,
      vault: props.backupVault,
      backupDays: environment.retention.backupDays,
      ...(recovery !== undefined && { recoveryVaultArn: recovery.vaultArn }),
      deletionProtection: environment.removal !== 'destroy',
      removalPolicy,
    });
    const keys = new IncidentKeys(this, 'Keys', {
      responseStackName: props.responseStackName,
      administratorArns: environment.keys.administratorArns,
      removalPolicy,
    });
    this.headKeyArn = keys.headKeyArn;
    this.resources = { table, streamArn, tableKey: props.dataKey, nameKeyArn: keys.nameKeyArn };
    new EventArchive(this, 'Events');
  }
}
