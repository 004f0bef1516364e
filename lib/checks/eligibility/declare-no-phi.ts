import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { BASELINE_METADATA } from './statements';

/**
 * States in the template that no PHI goes through a resource: a topic or a destination of alerts that are built from an allow-list
 * of typed fields. It may then send to whom no agreement covers, and the report names every such recipient.
 *
 * @param resource a CloudFormation resource, or a construct whose default child is one
 * @see 45 CFR 164.502(b)(1)
 */
export function declareNoPhi(resource: IConstruct): void {
  const target = CfnResource.isCfnResource(resource) ? resource : resource.node.defaultChild;
  if (!CfnResource.isCfnResource(target)) {
    throw new Error(
      `'resource' must be a CloudFormation resource or stand for one, got: '${resource.node.path}'`,
    );
  }
  target.addMetadata(BASELINE_METADATA, { phi: 'none' });
}
