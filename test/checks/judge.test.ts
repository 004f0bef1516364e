import { readdirSync, readFileSync } from 'node:fs';
import { Annotations, type App, CfnResource, NestedStack, Stack, Stage, Validations } from 'aws-cdk-lib';
import { FlowLogDestination, Vpc } from 'aws-cdk-lib/aws-ec2';
import { type CfnKey, Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { acknowledge } from '../../lib/checks/acknowledge';
import { declareNoPhi } from '../../lib/checks/eligibility/declare-no-phi';
import { type JudgeOptions, judge } from '../../lib/checks/judge';
import { MINIMUM_RULES } from '../../lib/checks/minimums';
import type { Violation } from '../../lib/checks/verdict';
import { ConfigurationError } from '../../lib/config/configuration-error';
import { standardScores } from '../../lib/conformance/standard-scores';
import { SAFEGUARDS } from '../../lib/safeguards/catalogue';
import { everySynthetic, synthetic } from '../safeguards/attestations/synthetic';
import { HOLDS } from './acknowledgement-record';
import { AS_OF, firstVerdict, judged, soundKey, tinyApp, tinyStack } from './tiny-app';

/** The list that the project ships is older than it should be, and every judgement says so. */
const OLD_LIST = expect.stringMatching(/^The list of HIPAA eligible services is of .*, \d+ days old: /);

/** What is open in an app whose one stack somebody filled. */
function openIn(fill: (stack: Stack, app: App) => void): readonly Violation[] {
  const app = tinyApp();
  fill(tinyStack(app), app);
  return firstVerdict(judged(app)).violations;
}

function rules(violations: readonly Violation[]): readonly string[] {
  return violations.map(({ rule }) => rule);
}

/** A key that is sound but for a property that does not exist. */
function misspeltKey(stack: Stack): void {
  new CfnResource(stack, 'Key', {
    type: 'AWS::KMS::Key',
    properties: { EnableKeyRotation: true, KeyPolicy: { Statement: [] }, NoSuchProperty: 1 },
  });
}

/** How many rules look at every resource. */
const RULES = Object.values(MINIMUM_RULES).reduce((sum, count) => sum + count, 0);

describe('judge', () => {
  it('passes an app in which nothing is open, and counts what it looked at', () => {
    const app = tinyApp();
    soundKey(tinyStack(app));
    expect(judged(app)).toEqual({
      notices: [OLD_LIST],
      verdict: {
        schemaVersion: 1,
        asOf: AS_OF,
        verdict: 'pass',
        environments: [
          {
            environment: 'sandbox',
            verdict: 'pass',
            counts: { resources: 1, rules: RULES, evaluations: RULES, violations: 0, acknowledged: 0 },
            violations: [],
            acknowledged: [],
            safeguards: expect.any(Array),
          },
        ],
      },
    });
  });

  it('says of a violation what, where, why, which paragraph and which line of the project', () => {
    const [violation] = openIn((stack) => {
      new Key(stack, 'Key', { enableKeyRotation: false }); // the line that is at fault
    });
    const lines = readFileSync(__filename, 'utf8').split('\n');
    const line = 1 + lines.findIndex((text) => text.endsWith('; // the line that is at fault'));
    expect(violation).toEqual({
      rule: 'AwsSolutions-KMS5',
      pack: 'aws-solutions',
      severity: 'error',
      citations: [],
      stack: 'sandbox/Tiny',
      path: 'sandbox/Tiny/Key/Resource',
      resource: expect.stringMatching(/^Key[0-9A-F]{8}$/),
      resourceType: 'AWS::KMS::Key',
      message: expect.any(String),
      fix: expect.any(String),
      source: `test/checks/judge.test.ts:${line}`,
    });
  });

  it('sees a property override, which rules that look at constructs do not', () => {
    const open = openIn((stack) => {
      const key = soundKey(stack).node.defaultChild as CfnKey;
      key.addPropertyOverride('EnableKeyRotation', false);
    });
    expect(rules(open)).toEqual(['AwsSolutions-KMS5', 'Baseline-KeyRotation']);
  });

  it('sees a generic resource, which rules by class do not', () => {
    const open = openIn((stack) => new CfnResource(stack, 'Raw', { type: 'AWS::SNS::Topic' }));
    expect(rules(open)).toEqual(
      expect.arrayContaining(['AwsSolutions-SNS3', 'HIPAA.Security-SNSEncryptedKMS']),
    );
  });

  it('sees what stands in a nested stack, schema errors too', () => {
    const open = openIn((stack) => {
      const nested = new NestedStack(stack, 'Nested');
      misspeltKey(nested);
    });
    expect(open).toMatchObject([
      { pack: 'schema', rule: 'F3002', severity: 'error', stack: 'sandbox/Tiny/Nested', resource: 'Key' },
    ]);
  });

  it('counts warnings', () => {
    const open = openIn((stack) => {
      soundKey(stack);
      Annotations.of(stack).addWarningV2('my:warning', 'careful');
    });
    expect(open).toMatchObject([
      { pack: 'schema', rule: 'Annotation::my:warning', severity: 'warning', stack: 'sandbox/Tiny' },
    ]);
  });

  it('counts an error that stands on no stack', () => {
    const open = openIn((stack) => {
      soundKey(stack);
      Annotations.of(Stage.of(stack) as Stage).addError('broken');
    });
    expect(open).toMatchObject([
      { pack: 'schema', severity: 'error', stack: '', path: 'sandbox', message: 'broken' },
    ]);
  });

  it('passes over what the schema checks have wrong about flow logs, as the CDK does', () => {
    const open = openIn((stack) => {
      const destination = FlowLogDestination.toS3(new Bucket(stack, 'Logs'), 'x', {
        hiveCompatiblePartitions: true,
      });
      new Vpc(stack, 'Vpc', { availabilityZones: ['us-east-1a'], flowLogs: { All: { destination } } });
    });
    expect(open.filter(({ pack }) => pack === 'schema')).toEqual([]);
  });

  it('is red when an environment has nothing in it', () => {
    const app = tinyApp();
    new Stage(app, 'sandbox');
    expect(judged(app).verdict.environments).toMatchObject([
      { environment: 'sandbox', violations: [{ rule: 'Baseline-ChecksRan', path: 'sandbox' }] },
    ]);
    expect(rules(openIn(() => undefined))).toContain('Baseline-ChecksRan');
  });

  it('is red when an app has nothing in it', () => {
    const { verdict } = judged(tinyApp());
    expect(verdict).toMatchObject({
      verdict: 'fail',
      environments: [{ environment: null, verdict: 'fail' }],
    });
  });

  it('is red when a resource cannot be read', () => {
    const open = openIn((stack) => {
      new CfnResource(stack, 'Odd', {
        type: 'AWS::S3::Bucket',
        properties: { ObjectLockEnabled: 'perhaps' },
      });
    });
    expect(rules(open)).toContain('Template-UnreadableResource');
    expect(rules(open)).not.toContain('Baseline-ChecksRan');
  });

  it('is red when a pack of the app itself does not run to the end', () => {
    const open = openIn((stack, app) => {
      soundKey(stack);
      Validations.of(app).addPlugins({
        name: 'Theirs',
        validate: () => {
          throw new Error('no network');
        },
      });
    });
    expect(open).toMatchObject([
      { pack: 'schema', rule: 'Theirs', message: expect.stringContaining('no network') },
    ]);
  });

  it('judges each environment by itself, and fails as a whole when one does', () => {
    const app = tinyApp();
    soundKey(tinyStack(app, 'sandbox'));
    new Key(tinyStack(app, 'production'), 'Key', { enableKeyRotation: false });
    soundKey(new Stack(app, 'Alone'));
    const { verdict } = judged(app);
    expect(verdict.verdict).toBe('fail');
    expect(verdict.environments.map((each) => [each.environment, each.verdict])).toEqual([
      [null, 'pass'],
      ['sandbox', 'pass'],
      ['production', 'fail'],
    ]);
  });

  it('gives violations in the same order, whatever the order of the code', () => {
    const names = ['B', 'A', 'C'];
    const paths = (order: readonly string[]) =>
      openIn((stack) => {
        for (const name of order) new Topic(stack, name);
      }).map(({ path, rule }) => `${path} ${rule}`);
    expect(paths(names)).toEqual(paths([...names].reverse()));
  });

  it('does not depend on the context that would have the CDK lower errors to warnings', () => {
    const app = tinyApp();
    app.node.setContext('@aws-cdk/core:validateAgainstDefaultRules', false);
    misspeltKey(tinyStack(app));
    expect(firstVerdict(judged(app)).violations).toMatchObject([{ rule: 'F3002', severity: 'error' }]);
  });

  it('runs the schema checks when the CDK CLI was told --no-validation', () => {
    process.env.CDK_VALIDATION = 'false';
    try {
      expect(rules(openIn(misspeltKey))).toEqual(['F3002']);
    } finally {
      delete process.env.CDK_VALIDATION;
    }
  });
});

describe('an acknowledgement, judged', () => {
  const replication = HOLDS.rule;
  const bucketIn = (stack: Stack) => new CfnBucket(stack, 'Bucket');

  it('covers its finding and appears in the verdict with its owner and expiry', () => {
    const app = tinyApp();
    acknowledge(bucketIn(tinyStack(app)), HOLDS);
    const { violations, acknowledged, counts } = firstVerdict(judged(app));
    expect(rules(violations)).not.toContain(replication);
    expect(violations.filter(({ pack }) => pack === 'acknowledgements')).toEqual([]);
    expect(counts.acknowledged).toBe(1);
    expect(acknowledged).toEqual([
      {
        rule: replication,
        pack: 'hipaa',
        stack: 'sandbox/Tiny',
        path: 'sandbox/Tiny/Bucket',
        reason: HOLDS.reason,
        owner: HOLDS.owner,
        expires: HOLDS.expires,
        citations: [HOLDS.citation],
      },
    ]);
  });

  it('covers nothing after its last day, and is a violation itself', () => {
    const app = tinyApp();
    acknowledge(bucketIn(tinyStack(app)), HOLDS);
    const { violations } = firstVerdict(judged(app, '2027-11-02'));
    expect(rules(violations)).toEqual(expect.arrayContaining([replication, 'Acknowledgements-Expired']));
  });

  it('is told of 30 days before its last day, without being a violation', () => {
    const app = tinyApp();
    acknowledge(bucketIn(tinyStack(app)), HOLDS);
    const { notices, verdict } = judged(app, '2027-10-31');
    expect(notices).toEqual([
      `The acknowledgement of ${replication} on sandbox/Tiny/Bucket expires in 1 day, on 2027-11-01: security-officer must look at it.`,
      OLD_LIST,
    ]);
    expect(verdict.environments[0]?.counts.acknowledged).toBe(1);
  });

  it('is a violation when its rule is met', () => {
    const open = openIn((stack) => {
      acknowledge(soundKey(stack), { ...HOLDS, rule: 'AwsSolutions-KMS5' });
    });
    expect(open).toMatchObject([{ pack: 'acknowledgements', rule: 'Acknowledgements-NotNeeded' }]);
  });

  it('silences nothing when it was given to the CDK alone, and is a violation beside its finding', () => {
    const id = 'AwsSolutions::AwsSolutions-KMS5';
    const open = openIn((stack, app) => {
      new Key(stack, 'Key', { enableKeyRotation: false });
      Validations.of(app).acknowledge({ id, reason: 'because' });
      Validations.of(stack).acknowledge({ id: 'AwsSolutions-KMS5', reason: 'because' });
    });
    expect(rules(open).slice(0, 3)).toEqual([
      'Acknowledgements-Ungoverned',
      'Acknowledgements-Ungoverned',
      'AwsSolutions-KMS5',
    ]);
  });

  it('reaches every environment as a violation when it stands on the app', () => {
    const app = tinyApp();
    soundKey(tinyStack(app, 'sandbox'));
    soundKey(tinyStack(app, 'production'));
    Validations.of(app).acknowledge({
      id: 'HIPAA.Security::HIPAA.Security-RDSInBackupPlan',
      reason: 'because',
    });
    expect(judged(app).verdict.environments.map(({ violations }) => rules(violations))).toEqual([
      ['Acknowledgements-Ungoverned'],
      ['Acknowledgements-Ungoverned'],
    ]);
  });
});

describe('the safeguards of an environment, judged', () => {
  const statusOf = (app: App, citation: string, options: Partial<JudgeOptions> = {}) =>
    firstVerdict(judge(app, { asOf: AS_OF, projectRoot: process.cwd(), ...options })).safeguards.find(
      (safeguard) => safeguard.citation === citation && safeguard.profile === 'current',
    );

  it('are all of the catalogue, in its order', () => {
    const app = tinyApp();
    soundKey(tinyStack(app));
    const { safeguards } = firstVerdict(judged(app));
    expect(safeguards.map(({ citation, profile }) => [citation, profile])).toEqual(
      SAFEGUARDS.map(({ citation, profile }) => [citation, profile]),
    );
  });

  it('stand on the resources that were judged, by their path', () => {
    const app = tinyApp();
    soundKey(tinyStack(app));
    const encryption = statusOf(app, '164.312(a)(2)(iv)');
    expect(encryption?.evidence.join('\n')).toMatch(/sandbox\/Tiny\/Key\/\w+/);
    expect(encryption?.evidence.join('\n')).toContain('rules applied: ');
  });

  it.each([
    ['decoy', 'missing: a customer-managed key'],
    ['terminal-bucket', 'a customer-managed key: sandbox/Tiny/'],
  ] as const)('stand on no decoy, which holds nothing, and on any other exception: %s', (kind, line) => {
    const app = tinyApp();
    acknowledge(soundKey(tinyStack(app)), { ...HOLDS, rule: 'Baseline-KeyDeletionWindow', kind });
    const parts = statusOf(app, '164.312(a)(2)(iv)')?.evidence.filter((each) =>
      each.includes('a customer-managed key'),
    );
    expect(parts).toEqual([expect.stringContaining(line)]);
  });

  it('have a gap where a rule is violated', () => {
    const app = tinyApp();
    new CfnResource(tinyStack(app), 'Raw', { type: 'AWS::SNS::Topic' });
    const encryption = statusOf(app, '164.312(a)(2)(iv)');
    expect(encryption?.status).toBe('gap');
    expect(encryption?.evidence).toContain('open: HIPAA.Security-SNSEncryptedKMS on sandbox/Tiny/Raw');
  });

  it('are attested by the statements that are in force, and by no others', () => {
    const attestations = [synthetic('security-official')];
    const attested = (changes: Partial<JudgeOptions>) => {
      const app = tinyApp();
      soundKey(tinyStack(app));
      return statusOf(app, '164.308(a)(2)', changes)?.status;
    };
    expect(attested({ records: { attestations } })).toBe('attested');
    expect(attested({ records: { attestations }, asOf: '2027-02-01' })).toBe('unattested');
    expect(attested({})).toBe('unattested');
  });

  it('are monitored by the Config rules that templates deploy', () => {
    const app = tinyApp();
    const stack = tinyStack(app);
    const { configRules = [] } = SAFEGUARDS.find(({ citation }) => citation === '164.312(a)(2)(iv)') ?? {};
    new CfnResource(stack, 'Rule', {
      type: 'AWS::Config::ConfigRule',
      properties: { Source: { Owner: 'AWS', SourceIdentifier: 'RDS_STORAGE_ENCRYPTED' } },
    });
    expect(statusOf(app, '164.312(a)(2)(iv)')?.evidence.join('\n')).toContain(
      `watched by 1 of ${configRules.length} AWS Config rules: rds-storage-encrypted`,
    );
  });

  it('are scored, where they are standards, by the Config rules of their specifications too', () => {
    const app = tinyApp();
    // RDS_STORAGE_ENCRYPTED cites (a)(2)(iv), a specification of (a)(1).
    new CfnResource(tinyStack(app), 'Rule', {
      type: 'AWS::Config::ConfigRule',
      properties: { Source: { Owner: 'AWS', SourceIdentifier: 'RDS_STORAGE_ENCRYPTED' } },
    });
    const { rules } = standardScores(new Map()).find(({ standard }) => standard === '164.312(a)(1)') ?? {};
    expect(statusOf(app, '164.312(a)(1)')?.evidence).toContain(
      `scored by 1 of ${rules} AWS Config rules, those of its specifications counted in`,
    );
    for (const other of ['164.312(a)(2)(iv)', '164.312(b)']) {
      expect(statusOf(app, other)?.evidence.filter((line) => line.startsWith('scored'))).toEqual([]);
    }
  });

  it('say who receives what without an agreement', () => {
    const app = tinyApp();
    const topic = new Topic(tinyStack(app), 'Alerts');
    declareNoPhi(topic);
    topic.addSubscription(new EmailSubscription('security@hospital.example'));
    const judgement = judged(app);
    const line = expect.stringMatching(
      /^sandbox\/Tiny\/Alerts\/.* sends to hospital\.example, which no agreement/,
    );
    expect(judgement.notices).toEqual([line, OLD_LIST]);
    const recipients = firstVerdict(judgement).safeguards.find(
      ({ citation }) => citation === '164.308(b)(1)',
    );
    expect(recipients?.evidence.at(-1)).toMatch(
      /^without an agreement: sandbox\/Tiny\/Alerts\/.*alerts without PHI only$/,
    );
  });
});

describe('attestations, judged', () => {
  const openOn = (asOf: string, options: Partial<JudgeOptions> = {}) => {
    const app = tinyApp();
    soundKey(tinyStack(app));
    const attestationsDemandedFrom = (environment: string | null) =>
      environment === 'sandbox' ? '2026-11-21' : undefined;
    const judgement = judge(app, { asOf, projectRoot: process.cwd(), attestationsDemandedFrom, ...options });
    return firstVerdict(judgement).violations;
  };

  it('are no violation before the day from which they are demanded, nor in another environment', () => {
    expect(openOn('2026-11-20')).toEqual([]);
    expect(openOn('2026-11-21', { attestationsDemandedFrom: () => undefined })).toEqual([]);
  });

  it('are violations from that day on where they are missing, with what to file', () => {
    const open = openOn('2026-11-21');
    expect(open.length).toBeGreaterThan(30);
    expect(new Set(rules(open))).toEqual(new Set(['Baseline-AttestationMissing']));
    expect(open).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          pack: 'baseline',
          severity: 'error',
          citations: ['164.308(a)(2)'],
          path: 'sandbox',
          message: expect.stringContaining(
            "'security-official' must be in force since 2026-11-21, got: none filed",
          ),
          fix: expect.stringContaining('lib/safeguards/attestations/filed.ts'),
        }),
      ]),
    );
  });

  it('are violations once they have expired, and none while all are in force', () => {
    const records = { attestations: everySynthetic() };
    expect(openOn('2026-11-21', { records })).toEqual([]);
    expect(new Set(rules(openOn('2027-02-01', { records })))).toEqual(
      new Set(['Baseline-AttestationNotInForce']),
    );
  });

  it('that are malformed are refused before anything is written', () => {
    const app = tinyApp();
    soundKey(tinyStack(app));
    const attestations = [synthetic('risk-analysis', { statedOn: 'yesterday' })];
    expect(() => judge(app, { asOf: AS_OF, projectRoot: process.cwd(), records: { attestations } })).toThrow(
      ConfigurationError,
    );
    const written = readdirSync(app.outdir, { recursive: true, withFileTypes: true });
    expect(written.filter((entry) => entry.isFile())).toEqual([]);
  });
});
