import { attestationViolations } from '../safeguards/attestations/attestation-violations';
import { SAFEGUARDS } from '../safeguards/catalogue';
import type { AcknowledgementContext } from './acknowledgement-problems';
import { recipientNotices } from './eligibility/recipient-rule';
import { safeguardsOf } from './environment-safeguards';
import type { Finding, JudgedStack, PackRun } from './finding';
import { type CoveredFinding, type ExpiryNotice, govern } from './governance';
import { MINIMUM_RULES, shortfalls } from './minimums';
import type { OperatorRecords } from './operator-records';
import type { PackResults } from './packs';
import type { AcknowledgedFinding, Counts, EnvironmentVerdict, Violation } from './verdict';

/** What a verdict on one environment is made from. */
export interface EnvironmentEvidence extends OperatorRecords {
  readonly environment: string | null;
  /** The stacks of the environment, and of no other. */
  readonly stacks: readonly JudgedStack[];
  readonly results: PackResults;
  /** Violations that no exception can cover. */
  readonly further: readonly Violation[];
  /** The date that expiries are compared with, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The first day on which every attestation must be in force, `YYYY-MM-DD`. @default none is demanded */
  readonly attestationsDemandedFrom?: string | undefined;
  /** Whether our software and our tests speak for the stacks. */
  readonly origin: 'this-project' | 'elsewhere';
}

/** A verdict on one environment, and what is not yet a violation. */
export interface EnvironmentJudgement {
  readonly verdict: EnvironmentVerdict;
  /** A line each, for people. */
  readonly notices: readonly string[];
}

/** The verdict on one environment: it passes when nothing is open, warnings included. */
export function judgeEnvironment(evidence: EnvironmentEvidence): EnvironmentJudgement {
  const { environment, results } = evidence;
  const stacks = new Set(evidence.stacks);
  const runs = results.runs.map((run) => restrict(run, stacks));
  const unreadable = results.unreadable.filter(({ stack }) => stacks.has(stack));
  const findings = [...runs.flatMap((run) => run.findings), ...unreadable];
  const governed = govern(findings, evidence.stacks, contextOf(evidence));
  const violations = [
    ...governed.open.map(toViolation),
    ...evidence.further,
    ...environmentViolations(evidence, runs, unreadable.length),
  ].sort(byPlace);
  const acknowledged = governed.covered.map(toAcknowledged).sort(byPlace);
  const recipients = recipientNotices(evidence.stacks, evidence);
  const { asOf, attestations, origin } = evidence;
  return {
    verdict: {
      environment,
      verdict: violations.length === 0 ? 'pass' : 'fail',
      counts: count(evidence.stacks, runs, violations.length, acknowledged.length),
      violations,
      acknowledged,
      safeguards: safeguardsOf({
        stacks: evidence.stacks,
        runs,
        unreadable: unreadable.length,
        openViolations: violations,
        acknowledged,
        attestations,
        asOf,
        origin,
        recipientNotices: recipients,
      }),
    },
    notices: [...governed.notices.map(expiryNotice), ...recipients],
  };
}

/** What stands on no resource: attestations that are demanded and missing, and reasons not to believe the run. */
function environmentViolations(
  evidence: EnvironmentEvidence,
  runs: readonly PackRun[],
  unreadable: number,
): readonly Violation[] {
  const { environment, stacks, results, attestations, attestationsDemandedFrom, asOf } = evidence;
  const missing = attestationViolations({
    catalogue: SAFEGUARDS,
    attestations,
    demandedFrom: attestationsDemandedFrom,
    asOf,
  });
  return [
    ...missing.map((violation) => ({
      ...environmentViolation(environment, { ...violation, pack: 'baseline' }),
      ...violation,
    })),
    ...shortfalls(stacks, runs, results.failures, unreadable).map((shortfall) =>
      environmentViolation(environment, { ...shortfall, pack: 'baseline' }),
    ),
  ];
}

function expiryNotice({ stack, logicalId, acknowledgement, days }: ExpiryNotice): string {
  const { rule, owner, expires } = acknowledgement;
  const when = days === 1 ? '1 day' : `${days} days`;
  return `The acknowledgement of ${rule} on ${stack.locate(logicalId).path} expires in ${when}, on ${expires}: ${owner} must look at it.`;
}

/** A violation about an environment as a whole. */
export function environmentViolation(
  environment: string | null,
  about: Pick<Violation, 'pack' | 'rule' | 'message' | 'fix'>,
): Violation {
  return {
    rule: about.rule,
    pack: about.pack,
    severity: 'error',
    citations: ['164.308(a)(8)'],
    stack: '',
    path: environment ?? '',
    resource: '',
    resourceType: '',
    message: about.message,
    fix: about.fix,
    source: null,
  };
}

function contextOf({ asOf, results }: EnvironmentEvidence): AcknowledgementContext {
  return { asOf, knownRules: new Set(results.runs.flatMap(({ rules }) => [...rules])) };
}

function restrict(run: PackRun, stacks: ReadonlySet<JudgedStack>): PackRun {
  return {
    ...run,
    evaluations: new Map([...run.evaluations].filter(([stack]) => stacks.has(stack))),
    findings: run.findings.filter(({ stack }) => stacks.has(stack)),
  };
}

function count(
  stacks: readonly JudgedStack[],
  runs: readonly PackRun[],
  violations: number,
  acknowledged: number,
): Counts {
  const applied = runs.filter(({ pack }) => Object.hasOwn(MINIMUM_RULES, pack));
  return {
    resources: stacks.reduce((sum, { template }) => sum + Object.keys(template.Resources).length, 0),
    rules: applied.reduce((sum, { rules }) => sum + rules.size, 0),
    evaluations: applied.reduce(
      (sum, { evaluations }) => sum + [...evaluations.values()].reduce((a, b) => a + b, 0),
      0,
    ),
    violations,
    acknowledged,
  };
}

function toViolation(finding: Finding): Violation {
  const { stack, logicalId } = finding;
  const { path, source } = stack.locate(logicalId);
  return {
    rule: finding.rule,
    pack: finding.pack,
    severity: finding.severity,
    citations: finding.citations,
    stack: stack.name,
    path,
    resource: logicalId ?? '',
    resourceType:
      logicalId === null ? 'AWS::CloudFormation::Stack' : (stack.template.Resources[logicalId]?.Type ?? ''),
    message: finding.message,
    fix: finding.fix,
    source,
  };
}

function toAcknowledged({ finding, acknowledgement }: CoveredFinding): AcknowledgedFinding {
  return {
    rule: finding.rule,
    pack: finding.pack,
    stack: finding.stack.name,
    path: finding.stack.locate(finding.logicalId).path,
    reason: acknowledgement.reason,
    owner: acknowledgement.owner,
    expires: acknowledgement.expires,
    citations: [acknowledgement.citation.replace(/^45 CFR /, '')],
  };
}

/** One order for every machine: by code unit, not by the machine's language. */
function byPlace(a: Sortable, b: Sortable): number {
  return (
    compare(a.stack, b.stack) ||
    compare(a.path, b.path) ||
    compare(a.pack, b.pack) ||
    compare(a.rule, b.rule) ||
    compare(a.message ?? '', b.message ?? '')
  );
}

interface Sortable {
  readonly stack: string;
  readonly path: string;
  readonly pack: string;
  readonly rule: string;
  readonly message?: string;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
