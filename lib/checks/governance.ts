import { ACKNOWLEDGEMENTS_METADATA, type Acknowledgement } from './acknowledgement';
import {
  type AcknowledgementContext,
  type AcknowledgementProblem,
  expiresSoon,
  problemsOf,
  readAcknowledgement,
} from './acknowledgement-problems';
import type { Finding, JudgedStack } from './finding';

/** A finding that an exception covers. */
export interface CoveredFinding {
  readonly finding: Finding;
  readonly acknowledgement: Acknowledgement;
}

/** An exception that expires soon. */
export interface ExpiryNotice {
  readonly stack: JudgedStack;
  readonly logicalId: string;
  readonly acknowledgement: Acknowledgement;
  /** Days that it still holds, its last day not counted. */
  readonly days: number;
}

/** Findings, parted by the exceptions that travel with their templates. */
export interface Governed {
  /** What nobody may pass over, the problems of the exceptions themselves included. */
  readonly open: readonly Finding[];
  readonly covered: readonly CoveredFinding[];
  readonly notices: readonly ExpiryNotice[];
}

/**
 * Applies the exceptions that stand in the templates' Metadata. An exception that is incomplete, out of date or unknown
 * covers nothing: its finding stays open beside its own violation.
 *
 * @see 45 CFR 164.306(d)(3)
 */
export function govern(
  findings: readonly Finding[],
  stacks: readonly JudgedStack[],
  context: AcknowledgementContext,
): Governed {
  const open = new Set(findings);
  const byPlace = indexed(findings);
  const covered: CoveredFinding[] = [];
  const notices: ExpiryNotice[] = [];
  for (const { stack, logicalId, value } of stacks.flatMap(recordsIn)) {
    const record = readAcknowledgement(value);
    const matching = (byPlace.get(stack)?.get(logicalId) ?? []).filter(
      (finding) => finding.rule === record?.rule && open.has(finding),
    );
    const problems = record === undefined ? [MALFORMED] : problemsWith(record, matching, context);
    for (const problem of problems) open.add(toFinding(problem, stack, logicalId));
    if (record === undefined || problems.length > 0) continue;
    for (const finding of matching) {
      open.delete(finding);
      covered.push({ finding, acknowledgement: record });
    }
    const days = expiresSoon(record, context.asOf);
    if (days !== undefined) notices.push({ stack, logicalId, acknowledgement: record, days });
  }
  return { open: [...open], covered, notices };
}

/** Findings by stack and resource: a template of somebody else's may have as many exceptions as findings. */
function indexed(
  findings: readonly Finding[],
): ReadonlyMap<JudgedStack, ReadonlyMap<string | null, readonly Finding[]>> {
  const index = new Map<JudgedStack, Map<string | null, Finding[]>>();
  for (const finding of findings) {
    const ofStack = index.get(finding.stack) ?? new Map<string | null, Finding[]>();
    index.set(finding.stack, ofStack);
    const ofResource = ofStack.get(finding.logicalId);
    if (ofResource === undefined) ofStack.set(finding.logicalId, [finding]);
    else ofResource.push(finding);
  }
  return index;
}

interface FoundRecord {
  readonly stack: JudgedStack;
  readonly logicalId: string;
  readonly value: unknown;
}

function recordsIn(stack: JudgedStack): readonly FoundRecord[] {
  return Object.entries(stack.template.Resources).flatMap(([logicalId, { Metadata }]) => {
    const records = Metadata?.[ACKNOWLEDGEMENTS_METADATA];
    if (records === undefined) return [];
    return (Array.isArray(records) ? records : [records]).map((value: unknown) => ({
      stack,
      logicalId,
      value,
    }));
  });
}

function problemsWith(
  record: Acknowledgement,
  matching: readonly Finding[],
  context: AcknowledgementContext,
): readonly AcknowledgementProblem[] {
  const problems = problemsOf(record, context);
  const unknown = problems.some(({ rule }) => rule === 'Acknowledgements-UnknownRule');
  return matching.length > 0 || unknown ? problems : [...problems, notNeeded(record)];
}

function notNeeded({ rule }: Acknowledgement): AcknowledgementProblem {
  return {
    rule: 'Acknowledgements-NotNeeded',
    message: `The acknowledgement of ${rule} must cover a finding, got: the rule has none (left) against this resource.`,
    fix: 'Remove it; where a rule has several findings, acknowledge each as the report names it, brackets included.',
  };
}

const MALFORMED: AcknowledgementProblem = {
  rule: 'Acknowledgements-Incomplete',
  message: `An entry of ${ACKNOWLEDGEMENTS_METADATA} must have rule, kind, reason, owner, expires and citation as texts.`,
  fix: 'Write the exception with acknowledge(), or give all of its fields.',
};

function toFinding(
  { rule, message, fix }: AcknowledgementProblem,
  stack: JudgedStack,
  logicalId: string,
): Finding {
  return {
    pack: 'acknowledgements',
    rule,
    severity: 'error',
    citations: ['164.306(d)(3)', '164.316(b)(1)'],
    message,
    fix,
    stack,
    logicalId,
  };
}
