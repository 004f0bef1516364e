import { CfnResource, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ACKNOWLEDGEMENTS_METADATA, type Acknowledgement, GOVERNED_METADATA } from './acknowledgement';
import { qualifiedRuleId } from './rule-packs';

/**
 * Records an exception beside the resource that it is about: in the template, so that it travels, and for the CDK
 * in the qualified form, so that it is listed with its reason. Whether it is complete, in date and still needed is judged with
 * the verdict, where its violation is reported like any other.
 *
 * @param resource a CloudFormation resource, or a construct whose default child is one
 * @see 45 CFR 164.306(d)(3)
 */
export function acknowledge(resource: IConstruct, acknowledgement: Acknowledgement): void {
  const target = resourceOf(resource);
  const record: Acknowledgement = {
    rule: acknowledgement.rule,
    kind: acknowledgement.kind,
    reason: acknowledgement.reason,
    owner: acknowledgement.owner,
    expires: acknowledgement.expires,
    citation: acknowledgement.citation,
  };
  const earlier: unknown = target.getMetadata(ACKNOWLEDGEMENTS_METADATA);
  target.addMetadata(ACKNOWLEDGEMENTS_METADATA, [...(Array.isArray(earlier) ? earlier : []), record]);
  target.node.addMetadata(GOVERNED_METADATA, record);
  const id = qualifiedRuleId(record.rule);
  if (id !== undefined) Validations.of(target).acknowledge({ id, reason: record.reason });
}

/** An exception on a stack or a stage would silence everything below it, unseen. */
function resourceOf(construct: IConstruct): CfnResource {
  let current: IConstruct | undefined = construct;
  while (current !== undefined) {
    if (CfnResource.isCfnResource(current)) return current;
    current = current.node.defaultChild;
  }
  throw new Error(
    "'resource' must be a CloudFormation resource or a construct whose default child is one, " +
      `got: ${construct.node.path === '' ? 'the app' : `'${construct.node.path}'`}`,
  );
}
