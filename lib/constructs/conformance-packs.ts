import type { CfnResource } from 'aws-cdk-lib';
import { CfnConformancePack } from 'aws-cdk-lib/aws-config';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { Construct } from 'constructs';
import { EXCLUDED_CONFIG_RULES_METADATA } from '../checks/excluded-config-rules';
import {
  type ConformancePack,
  conformancePacks,
  excludedConfigRules,
} from '../conformance/conformance-packs';
import type { EnvironmentFacts } from '../conformance/environment-facts';
import { AUTHORIZED_VPC_IDS } from '../conformance/input-parameters';

/** Properties of {@link ConformancePacks}. */
export interface ConformancePacksProps {
  /** Begins the name of every pack: unique in the account and region. */
  readonly namePrefix: string;

  readonly facts: EnvironmentFacts;

  /** The one VPC that may have an internet gateway, where the environment has NAT gateways. */
  readonly vpc: IVpc;

  /**
   * What must exist before a pack does: the recorder and its delivery channel.
   *
   * @default [] - the account has them already
   */
  readonly after?: readonly CfnResource[];
}

/**
 * AWS Config's managed rules as conformance packs, one for each HIPAA standard; what the environment goes without stands
 * beside them with its reason.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(8)
 */
export class ConformancePacks extends Construct {
  constructor(scope: Construct, id: string, props: ConformancePacksProps) {
    super(scope, id);
    const packs = conformancePacks(props.facts).map((pack) => this.renderPack(pack, props));
    const excluded = excludedConfigRules(props.facts);
    if (excluded.length > 0) packs[0]?.addMetadata(EXCLUDED_CONFIG_RULES_METADATA, excluded);
  }

  private renderPack(pack: ConformancePack, props: ConformancePacksProps): CfnConformancePack {
    const resource = new CfnConformancePack(this, `Standard${pack.slug.replaceAll('-', '')}`, {
      conformancePackName: `${props.namePrefix}-${pack.slug}`,
      templateBody: pack.body,
      ...(pack.takesAuthorizedVpcIds && {
        conformancePackInputParameters: [
          { parameterName: AUTHORIZED_VPC_IDS, parameterValue: props.vpc.vpcId },
        ],
      }),
    });
    for (const earlier of props.after ?? []) resource.addResourceDependency(earlier);
    return resource;
  }
}
