import { createHash } from 'node:crypto';
import { ruleWithoutFinding } from '../checks/rule-packs';
import type { AcknowledgedFinding, EnvironmentVerdict, Verdict, Violation } from '../checks/verdict';
import { groupBy } from './group-by';
import { LIMIT } from './limit';

/** Code hosts show a result only at a file: what no line of the project makes is shown at the file that names the app. */
const FALLBACK_FILE = 'cdk.json';

/** The verdict as SARIF 2.1.0, as code hosts take it: acknowledged findings are results with a suppression. */
export function renderSarif(verdict: Verdict, toolVersion: string): string {
  const drafts = number(verdict.environments.flatMap(draftsOf));
  const rules = rulesOf(drafts);
  const ruleIds = rules.map(({ id }) => id);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'hipaa-check', semanticVersion: toolVersion, rules } },
        automationDetails: { id: 'hipaa-check/' },
        columnKind: 'utf16CodeUnits',
        properties: { limit: LIMIT, asOf: verdict.asOf, verdict: verdict.verdict },
        results: drafts.map((draft) => renderResult(draft, ruleIds)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A result before it knows its rule's index. */
interface Draft {
  readonly rule: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly message: string;
  readonly help: string;
  readonly citations: readonly string[];
  readonly source: string | null;
  readonly path: string;
  /** What stays the same when lines move. */
  readonly identity: string;
  readonly justification?: string;
}

function draftsOf({ environment, violations, acknowledged }: EnvironmentVerdict): readonly Draft[] {
  return [
    ...violations.map((violation) => violationDraft(environment, violation)),
    ...acknowledged.map((finding) => acknowledgedDraft(environment, finding)),
  ];
}

function violationDraft(environment: string | null, violation: Violation): Draft {
  const { rule, severity, message, fix, citations, source, path } = violation;
  return {
    rule,
    level: severity,
    message: `${message} ${fix} [${rule}, ${path}]`,
    help: fix,
    citations,
    source,
    path,
    identity: [environment, rule, path].join('\n'),
  };
}

function acknowledgedDraft(environment: string | null, finding: AcknowledgedFinding): Draft {
  const { rule, reason, owner, expires, citations, path } = finding;
  return {
    rule,
    level: 'note',
    message: `Acknowledged by ${owner} until ${expires}: ${reason} [${rule}, ${path}]`,
    help: reason,
    citations,
    source: null,
    path,
    identity: [environment, rule, path].join('\n'),
    justification: `${reason} (${owner}, until ${expires})`,
  };
}

/** Two results of one rule against one resource are told apart by their order, which is always the same. */
function number(drafts: readonly Draft[]): readonly (Draft & { readonly ordinal: number })[] {
  const seen = new Map<string, number>();
  return drafts.map((draft) => {
    const ordinal = (seen.get(draft.identity) ?? 0) + 1;
    seen.set(draft.identity, ordinal);
    return { ...draft, ordinal };
  });
}

function rulesOf(drafts: readonly Draft[]) {
  const byId = groupBy(drafts, ({ rule }) => ruleWithoutFinding(rule));
  return [...byId]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, group]) => {
      const help =
        group.find(({ justification }) => justification === undefined)?.help ?? group[0]?.help ?? id;
      return {
        id,
        name: id,
        shortDescription: { text: id },
        fullDescription: { text: help },
        help: { text: `${help}\n\n${LIMIT}` },
        properties: { tags: ['security', 'hipaa', ...new Set(group.flatMap(({ citations }) => citations))] },
      };
    });
}

function renderResult(draft: Draft & { readonly ordinal: number }, ruleIds: readonly string[]) {
  const ruleId = ruleWithoutFinding(draft.rule);
  const [, file = FALLBACK_FILE, line = '1'] = draft.source?.match(/^(.*):(\d+)$/) ?? [];
  const hash = createHash('sha256').update(draft.identity).digest('hex').slice(0, 16);
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: draft.level,
    message: { text: draft.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' },
          region: { startLine: Number(line) },
        },
        logicalLocations: [{ fullyQualifiedName: draft.path, kind: 'resource' }],
      },
    ],
    partialFingerprints: { primaryLocationLineHash: `${hash}:${draft.ordinal}` },
    ...(draft.justification === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', status: 'accepted', justification: draft.justification }] }),
  };
}
