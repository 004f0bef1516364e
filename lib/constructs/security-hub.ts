import { Stack } from 'aws-cdk-lib';
import { CfnFindingAggregator, CfnHub, CfnStandard } from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';
import type { SecurityHubStandardName } from '../config/detection-schema';

/** The standards by what their ARNs end in. */
const STANDARDS: Readonly<Record<SecurityHubStandardName, string>> = {
  fsbp: 'aws-foundational-security-best-practices/v/1.0.0',
  'cis-1.4': 'cis-aws-foundations-benchmark/v/1.4.0',
  'cis-3.0': 'cis-aws-foundations-benchmark/v/3.0.0',
  'cis-5.0': 'cis-aws-foundations-benchmark/v/5.0.0',
  'nist-800-53': 'nist-800-53/v/5.0.0',
  'nist-800-171': 'nist-800-171/v/2.0.0',
  'pci-dss-4.0.1': 'pci-dss/v/4.0.1',
};

/** Properties of a {@link SecurityHub}. */
export interface SecurityHubProps {
  /** `manage` turns Security Hub on here, `adopt` uses the one that is on. */
  readonly hub: 'manage' | 'adopt';

  /** What it evaluates, and bills by check, besides gathering findings. */
  readonly standards: readonly SecurityHubStandardName[];

  /** Where findings are gathered. */
  readonly aggregation: 'one-region' | 'all-regions';
}

/**
 * Security Hub: the findings of GuardDuty, Macie, Access Analyzer and the chosen standards in one place and one format.
 * It turns on no standard by itself.
 *
 * @see docs/decisions/0025-security-hub-gathers.md
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(8)
 */
export class SecurityHub extends Construct {
  constructor(scope: Construct, id: string, props: SecurityHubProps) {
    super(scope, id);
    const hub =
      props.hub === 'manage'
        ? new CfnHub(this, 'Hub', {
            enableDefaultStandards: false,
            autoEnableControls: true,
            // One finding for a control, however many standards have it.
            controlFindingGenerator: 'SECURITY_CONTROL',
          })
        : undefined;
    const dependents = props.standards.map(
      (standard) =>
        new CfnStandard(this, `Standard-${standard.replaceAll('.', '-')}`, {
          standardsArn: Stack.of(this).formatArn({
            service: 'securityhub',
            account: '',
            resource: 'standards',
            resourceName: STANDARDS[standard],
          }),
        }),
    );
    const aggregators =
      props.aggregation === 'all-regions'
        ? [new CfnFindingAggregator(this, 'Aggregator', { regionLinkingMode: 'ALL_REGIONS' })]
        : [];
    if (hub !== undefined)
      for (const dependent of [...dependents, ...aggregators]) dependent.addResourceDependency(hub);
    inTurn(dependents);
  }
}

/** Security Hub refuses a standard while it is turning on another one. */
function inTurn(standards: readonly CfnStandard[]): void {
  for (const [index, standard] of standards.entries()) {
    const before = standards[index - 1];
    if (before !== undefined) standard.addResourceDependency(before);
  }
}
