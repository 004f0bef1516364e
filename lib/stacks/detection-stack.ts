import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { hasMacie } from '../config/macie-regions';
import type { EnvironmentConfig } from '../config/schema';
import { AccessAnalyzers } from '../constructs/access-analyzers';
import { AccountSettings } from '../constructs/account-settings';
import { hardenAccount } from '../constructs/account-settings-wanted';
import { CisAlarms } from '../constructs/cis-alarms';
import { DecoyAlarm } from '../constructs/decoy-alarm';
import { Decoys } from '../constructs/decoys';
import { GuardDutyDetector } from '../constructs/guard-duty-detector';
import { MacieDiscovery } from '../constructs/macie-discovery';
import { SecurityHub } from '../constructs/security-hub';
import { removalPolicyOf } from './removal-policy';

/** Properties of a {@link DetectionStack}. */
export interface DetectionStackProps extends StackProps {
  readonly environment: EnvironmentConfig;

  /** The key of PHI, of the decoys and of new EBS volumes. */
  readonly dataKey: IKey;

  /** The key of logs. */
  readonly auditKey: IKey;

  /** The region's bucket for server access logs. */
  readonly accessLogs: IBucket;

  readonly phiBucket: IBucket;
  readonly trailLogGroup: ILogGroup;
  readonly alertTopic: ITopic;
}

/**
 * What watches the account and what hardens it: detectors, alarms on the trail, decoys and account settings. What an
 * account has once is made or adopted, one by one.
 *
 * @see docs/detection.md
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(B), 164.308(a)(6)(ii)
 */
export class DetectionStack extends Stack {
  constructor(scope: Construct, id: string, props: DetectionStackProps) {
    super(scope, id, props);
    const { environment, trailLogGroup, alertTopic } = props;
    const alerts = { trailLogGroup, alertTopic, metricNamespace: `HipaaBaseline/${environment.name}` };

    this.renderDetectors(props, this.renderSettings(props));
    new CisAlarms(this, 'CisAlarms', alerts);
    const decoys = new Decoys(this, 'Stores', {
      environmentName: environment.name,
      key: props.dataKey,
      accessLogs: props.accessLogs,
      removalPolicy: removalPolicyOf(environment),
    });
    new DecoyAlarm(this, 'Touches', { ...alerts, decoys });
  }

  private renderSettings({ environment, auditKey, dataKey }: DetectionStackProps): AccountSettings {
    const settings = new AccountSettings(this, 'AccountSettings', {
      environmentName: environment.name,
      logKey: auditKey,
      logRetentionDays: environment.retention.applicationLogDays,
      removalPolicy: removalPolicyOf(environment),
    });
    hardenAccount(settings, environment.singletons, dataKey);
    return settings;
  }

  private renderDetectors({ environment, phiBucket }: DetectionStackProps, settings: AccountSettings): void {
    const { detection, singletons } = environment;
    if (singletons.guardDuty === 'manage') {
      new GuardDutyDetector(this, 'GuardDuty', { plans: detection.guardDutyPlans });
    }
    if (hasMacie(environment.region)) {
      new MacieDiscovery(this, 'Macie', {
        session: singletons.macie,
        settings,
        buckets: [phiBucket],
        schedule: detection.macieSchedule,
        samplePercent: detection.macieSamplePercent,
      });
    }
    new SecurityHub(this, 'SecurityHub', {
      hub: singletons.securityHub,
      standards: detection.securityHubStandards,
      aggregation: detection.findingAggregation,
    });
    new AccessAnalyzers(this, 'AccessAnalyzers', {
      external: singletons.accessAnalyzer,
      unused: singletons.unusedAccessAnalyzer,
      unusedAccessDays: detection.unusedAccessDays,
    });
  }
}
