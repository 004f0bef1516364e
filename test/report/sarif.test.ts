import { renderSarif } from '../../lib/report/sarif';
import { FAILED, PASSED, VIOLATION, verdictOf } from './verdicts';

interface Log {
  readonly $schema: string;
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly semanticVersion: string;
        readonly rules: readonly Rule[];
      };
    };
    readonly results: readonly Result[];
  }[];
}
interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string };
  readonly properties: { readonly tags: readonly string[] };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number };
    };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
}

function rendered(...environments: Parameters<typeof verdictOf>) {
  const log: Log = JSON.parse(renderSarif(verdictOf(...environments), '1.2.3'));
  const [run] = log.runs;
  if (run === undefined) throw new Error('the log must have a run, got: none');
  return { log, rules: run.tool.driver.rules, results: run.results, driver: run.tool.driver };
}

describe('renderSarif', () => {
  it('is a log of SARIF 2.1.0 with one run of a named tool', () => {
    const { log, driver } = rendered(FAILED);
    expect([log.version, log.runs.length, driver.name, driver.semanticVersion]).toEqual([
      '2.1.0',
      1,
      'hipaa-check',
      '1.2.3',
    ]);
    expect(log.$schema).toMatch(/sarif-2\.1\.0/);
  });

  it('is a complete log when nothing is open, so that a code host closes what was', () => {
    expect(rendered(PASSED)).toMatchObject({ rules: [], results: [] });
  });

  it('gives every rule what a code host shows, and every result its rule', () => {
    const { rules, results } = rendered(FAILED);
    for (const rule of rules) {
      for (const text of [rule.id, rule.shortDescription.text, rule.fullDescription.text, rule.help.text]) {
        expect(text).not.toBe('');
      }
    }
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.find(({ id }) => id === VIOLATION.rule)?.properties.tags).toContain('164.312(c)(1)');
  });

  it('points at the file and line, relative to the repository', () => {
    const [result] = rendered(FAILED).results;
    expect(result?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'lib/constructs/phi-bucket.ts' },
      region: { startLine: 42 },
    });
    expect(result?.level).toBe('error');
  });

  it('writes a file name as a URI', () => {
    const [result] = rendered({ ...FAILED, violations: [{ ...VIOLATION, source: 'my lib/ü.ts:7' }] }).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('my%20lib/%C3%BC.ts');
  });

  it('points at the file that names the app when no line of the project is at fault', () => {
    const [result] = rendered({ ...FAILED, violations: [{ ...VIOLATION, source: null }] }).results;
    expect(result?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'cdk.json' },
      region: { startLine: 1 },
    });
  });

  it('knows a result again when its lines moved, and tells results apart', () => {
    const print = (...violations: readonly (typeof VIOLATION)[]) =>
      rendered({ ...FAILED, acknowledged: [], violations }).results.map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    expect(print({ ...VIOLATION, source: 'lib/constructs/phi-bucket.ts:99' })).toEqual(print(VIOLATION));
    const [first, second, third, fourth] = [
      ...print(VIOLATION, VIOLATION),
      ...print({ ...VIOLATION, path: 'other' }),
      ...print({ ...VIOLATION, rule: 'Other' }),
    ].map((each) => JSON.stringify(each));
    expect(new Set([first, second, third, fourth]).size).toBe(4);
  });

  it('keeps one rule for all the findings that it has in brackets', () => {
    const violations = ['a', 'b'].map((name) => ({
      ...VIOLATION,
      rule: `AwsSolutions-IAM5[Resource::${name}]`,
    }));
    const { rules, results } = rendered({ ...FAILED, acknowledged: [], violations });
    expect(rules.map(({ id }) => id)).toEqual(['AwsSolutions-IAM5']);
    expect(results.map(({ message }) => message.text)).toEqual([
      expect.stringContaining('[Resource::a]'),
      expect.stringContaining('[Resource::b]'),
    ]);
  });

  it('lists what is acknowledged as suppressed, with its reason and owner', () => {
    const suppressed = rendered(FAILED).results.filter(({ suppressions }) => suppressions !== undefined);
    expect(suppressed).toHaveLength(2);
    expect(suppressed[0]).toMatchObject({
      ruleId: 'AwsSolutions-S1',
      level: 'note',
      suppressions: [
        {
          kind: 'inSource',
          status: 'accepted',
          justification: 'It is the access-log bucket itself. (security-officer, until 2027-11-01)',
        },
      ],
    });
  });
});
