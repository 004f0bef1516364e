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
  const constructs = app.node.findAll();
  return [...givenToValidations(constructs), ...givenToAnnotations(app, constructs)];
}

function givenToValidations(constructs: readonly IConstruct[]): readonly UngovernedAcknowledgement[] {
  return constructs.flatMap((construct) => {
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

/** Where the CDK keeps the warnings that it was told to drop, by construct path and id; nothing else remembers them. */
const DROPPED_WARNINGS = Symbol.for('@aws-cdk/core.Acknowledgements');

function givenToAnnotations(
  app: IConstruct,
  constructs: readonly IConstruct[],
): readonly UngovernedAcknowledgement[] {
  const { acks } = (app as { [DROPPED_WARNINGS]?: { acks?: unknown } })[DROPPED_WARNINGS] ?? {};
  if (!(acks instanceof Map)) return [];
  const byPath = new Map(constructs.map((construct) => [construct.node.path, construct]));
  return [...(acks as Map<string, ReadonlyMap<string, unknown>>)].flatMap(([path, ids]) => {
    const construct = byPath.get(path) ?? app;
    const known = new Set(
      construct.node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.keys(isJsonObject(data) ? data : {})),
    );
    const further = [...ids.keys()].filter((id) => !known.has(id) && !known.has(`Annotation::${id}`));
    return further.map((id) => ({ construct, id }));
  });
}
