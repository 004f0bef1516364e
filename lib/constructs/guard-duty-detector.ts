import { CfnDetector } from 'aws-cdk-lib/aws-guardduty';
import { Construct } from 'constructs';
import type { GuardDutyPlan } from '../config/detection-schema';

/** The plans of a detector by the names that GuardDuty has for them. Objects are scanned by a plan of their bucket. */
const FEATURES = [
  { plan: 's3', name: 'S3_DATA_EVENTS' },
  { plan: 'rds', name: 'RDS_LOGIN_EVENTS' },
  { plan: 'lambda', name: 'LAMBDA_NETWORK_LOGS' },
  { plan: 'eks', name: 'EKS_AUDIT_LOGS' },
  { plan: 'malware-ebs', name: 'EBS_MALWARE_PROTECTION' },
  {
    plan: 'runtime',
    name: 'RUNTIME_MONITORING',
    // GuardDuty installs its agent itself: what nobody remembered to equip is watched too.
    agents: ['EKS_ADDON_MANAGEMENT', 'ECS_FARGATE_AGENT_MANAGEMENT', 'EC2_AGENT_MANAGEMENT'],
  },
] as const satisfies readonly {
  readonly plan: GuardDutyPlan;
  readonly name: string;
  readonly agents?: readonly string[];
}[];

/** Properties of a {@link GuardDutyDetector}. */
export interface GuardDutyDetectorProps {
  /** What is watched besides trails, flow logs and name queries. */
  readonly plans: readonly GuardDutyPlan[];
}

/**
 * GuardDuty in this account and region, with exactly the plans that were asked for: a plan that GuardDuty would turn on
 * by itself is off where it is not named. A finding that goes on is told again every 15 minutes.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(5)(ii)(B), 164.308(a)(6)(ii)
 */
export class GuardDutyDetector extends Construct {
  constructor(scope: Construct, id: string, props: GuardDutyDetectorProps) {
    super(scope, id);
    new CfnDetector(this, 'Detector', {
      enable: true,
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      features: FEATURES.map((feature) => {
        const status = props.plans.includes(feature.plan) ? 'ENABLED' : 'DISABLED';
        return {
          name: feature.name,
          status,
          ...('agents' in feature && {
            additionalConfiguration: feature.agents.map((name) => ({ name, status })),
          }),
        };
      }),
    });
  }
}
