import { CANNOT_PROVE, type DrillReport, PROVES } from '../../lib/rehearsal/drill/drill-report';
import { renderDrill } from '../../lib/rehearsal/drill/render-drill';
import type { ScenarioResult } from '../../lib/rehearsal/drill/scenario-result';

const SCENARIO: ScenarioResult = {
  id: 'a',
  title: 'A trail is stopped',
  verdict: 'held',
  problems: [],
  incident: { id: 'inc-1', state: 'open', severity: 'critical', signal: 's', dayZero: '2026-03-04' },
  alerts: [{ kind: 'incident', severity: 'critical', subject: 'S' }],
  timeline: ['opened', 'alerted'],
  chain: 'intact',
  obligations: [],
  drafts: [],
  alertAfterMs: 123,
  durationMs: 1_000,
};

function render(scenarios: readonly ScenarioResult[]): string {
  const report: DrillReport = {
    schemaVersion: 1,
    environment: 'sandbox',
    verdict: 'held',
    endpoint: 'http://127.0.0.1:1',
    stack: 'sandbox-Response',
    resources: 82,
    standIns: [{ stack: 'sandbox-Keys', resources: 2, outOf: 9, madeUp: ['X (AWS::Y::Z)'] }],
    scenarios,
    proves: PROVES,
    cannotProve: CANNOT_PROVE,
    durationMs: 45_600,
  };
  return renderDrill(report, { color: false });
}

describe('the text of a drill', () => {
  it('tells every scenario, what stood in, and what it proves and does not', () => {
    const text = render([
      SCENARIO,
      { ...SCENARIO, title: 'Silence', incident: null, alerts: [], chain: null, alertAfterMs: null },
    ]);
    expect(text).toBe(`Scenarios
  held        A trail is stopped  critical, open, 2 entries, chain intact, alert after 123 ms
  held        Silence             silent

Stood in
  sandbox-Keys: 2 of 9 resources; made up: X (AWS::Y::Z)
  sandbox-Response itself was deployed as it is: 82 resources.

${PROVES}
${CANNOT_PROVE}

sandbox: 2 of 2 scenarios held, in 45.6 s.
`);
  });

  it('says why a scenario fell short, and lets no text of it steer the terminal', () => {
    const text = render([{ ...SCENARIO, verdict: 'fell-short', problems: ['no alert came\u001b[2J'] }]);
    expect(text).toContain('  FELL SHORT  A trail is stopped');
    expect(text).toContain('\n              no alert came');
    expect(text).not.toContain('\u001b');
    expect(text).toContain('0 of 1 scenarios held');
  });
});
