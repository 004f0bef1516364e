import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type Acknowledgement, GOVERNED_METADATA } from './acknowledgement';
import { qualifiedRuleId } from './rule-packs';
import { isJsonObject } from './template';

/** An acknowledgement that somebody gave the CDK directly, with no owner and no expiry. */
export interface UngovernedAcknowledgement {
  readonly construct: IConstruct;
  /** The id as the CDK keeps it: `pack::rule`. */
  readonly id: string;
}

/** Acknowledgements in an app that bypassed `acknowledge()`, on whatever construct they stand. */
export function ungovernedAcknowledgements(app: IConstruct): readonly UngovernedAcknowledgement[] {
  return app.node.findAll().flatMap((construct) => {
    const { metadata } = construct.node;
    const given = metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
    if (given.length === 0) return [];
    const governed = new Set(
      metadata
        .filter(({ type }) => type === GOVERNED_METADATA)
        .map(({ data }) => qualifiedRuleId((data as Acknowledgement).rule)),
    );
    return given.flatMap(({ data, trace }) =>
      Object.keys(isJsonObject(data) ? data : {})
        .filter((id) => !governed.has(id) && !isGivenByCdk(id, trace ?? []))
        .map((id) => ({ construct, id })),
    );
  });
}

/**
 * The CDK acknowledges findings of its own schema checks against what it writes itself. That is no matter of ours: it has no
 * effect on the verdict, which reads the findings before them.
 */
function isGivenByCdk(id: string, trace: readonly string[]): boolean {
  const [caller = ''] = trace;
  return (
    id.startsWith('CloudFormation-Validate::') &&
    /^\s*\.\.\..* in aws-cdk-lib\.\.\.$/.test(caller) &&
    !caller.includes('acknowledge')
  );
}
