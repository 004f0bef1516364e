import type { EnvironmentVerdict, SafeguardStatus } from '../../../lib/checks/verdict';
import { diffVerdicts } from '../../../lib/report/diff/diff-verdicts';
import type { Report } from '../../../lib/report/report';
import { safeguardsOf } from '../safeguard-variants';
import { FAILED, PASSED, VIOLATION, verdictOf } from '../verdicts';

const LONG = 'production/AVeryLongNameThatNobodyWouldGiveToAnythingButThatATemplateMayHave/Resource/Default';
const HOSTILE = `production/"><img src="http://127.0.0.1:9/x"><script>document.title='run'</script>`;

const VIOLATIONS = [
  { ...VIOLATION, stack: 'production/Data', path: LONG },
  {
    ...VIOLATION,
    rule: 'Baseline-KeyDeletionWindow',
    stack: HOSTILE,
    path: HOSTILE,
    source: null,
    citations: [],
  },
];

const SANDBOX: EnvironmentVerdict = {
  ...FAILED,
  verdict: 'pass',
  violations: [],
  counts: { ...FAILED.counts, violations: 0 },
  safeguards: safeguardsOf({
    attestations: [],
    acknowledged: FAILED.acknowledged,
    resources: [{ type: 'AWS::S3::Bucket', path: 'sandbox/Data/Phi/Resource' }],
  }),
};

const PRODUCTION: EnvironmentVerdict = {
  ...PASSED,
  verdict: 'fail',
  violations: VIOLATIONS,
  counts: { ...PASSED.counts, violations: VIOLATIONS.length },
  safeguards: safeguardsOf({ openViolations: VIOLATIONS }),
};

const VERDICT = verdictOf(SANDBOX, PRODUCTION);
const BEFORE = {
  ...verdictOf(SANDBOX, { ...PRODUCTION, verdict: 'pass', violations: [], safeguards: safeguardsOf() }),
  asOf: '2026-10-01',
};

/** A report with something of everything: every status, long and hostile names, exceptions, notices, changes. */
export const SAMPLE_REPORT: Report = {
  verdict: VERDICT,
  notices: ['Something expires in 20 days.'],
  toolVersion: '1.2.3',
  diff: diffVerdicts(BEFORE, VERDICT),
};

/** The paragraphs in force that some environment, or the one named, has a status for. */
export function paragraphsWith(status: SafeguardStatus['status'], environment?: string): readonly string[] {
  const judged = VERDICT.environments.filter(
    (each) => environment === undefined || each.environment === environment,
  );
  const found = new Set(
    judged.flatMap(({ safeguards }) =>
      safeguards
        .filter((safeguard) => safeguard.profile === 'current' && safeguard.status === status)
        .map(({ citation }) => citation),
    ),
  );
  return SANDBOX.safeguards
    .filter(({ profile, citation }) => profile === 'current' && found.has(citation))
    .map(({ citation }) => citation);
}
