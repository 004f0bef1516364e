import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { stringify } from 'yaml';
import cdkJson from '../../../cdk.json';
import { buildBaselineApp } from '../../../lib/baseline-app';
import { acknowledge } from '../../../lib/checks/acknowledge';
import { OWN_VERDICT_CONTEXT } from '../../../lib/checks/judge';
import { foreignTemplate } from '../../../lib/checks/templates/foreign-template';
import { judgeTemplates } from '../../../lib/checks/templates/judge-templates';
import type { EnvironmentVerdict } from '../../../lib/checks/verdict';
import { loadEnvironments } from '../../../lib/config/load';
import { HOLDS } from '../acknowledgement-record';
import { AS_OF, firstVerdict, judged, soundKey, tinyApp, tinyStack } from '../tiny-app';

function judgedTexts(texts: Readonly<Record<string, string>>): EnvironmentVerdict {
  const templates = Object.entries(texts).map(([name, text]) => foreignTemplate(name, text));
  return firstVerdict(judgeTemplates(templates, { asOf: AS_OF }));
}

/** The templates that a judged app has written, by file. */
function writtenBy(app: App): Readonly<Record<string, string>> {
  const files = readdirSync(app.outdir, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.template.json'))
      .map((file) => [file, readFileSync(path.join(app.outdir, file), 'utf8')]),
  );
}

/** What must not change when a template is read back. */
function essence(
  { verdict, counts, violations, acknowledged }: EnvironmentVerdict,
  idsOf: (path: string) => string,
) {
  return {
    verdict,
    counts,
    violations: violations
      .map(({ rule, resource, resourceType, message }) => [rule, resource, resourceType, message])
      .sort(),
    acknowledged: acknowledged
      .map(({ path: place, stack: _, ...exception }) => ({ ...exception, resource: idsOf(place) }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
}

/** Exceptions name a construct in an app, a logical id in a template. */
function same(app: App, first: EnvironmentVerdict, readBack: EnvironmentVerdict): void {
  const ids = new Map(
    app.node.findAll().flatMap((construct) => {
      const id = construct as { logicalId?: unknown; stack?: { resolve(value: unknown): unknown } };
      return id.logicalId === undefined || id.stack === undefined
        ? []
        : [[construct.node.path, String(id.stack.resolve(id.logicalId))] as const];
    }),
  );
  expect(essence(readBack, (place) => place)).toEqual(essence(first, (place) => ids.get(place) ?? place));
}

describe('a template that we synthesized', () => {
  it('gets the same verdict when it is read back, exceptions included', () => {
    const app = buildBaselineApp({
      environments: loadEnvironments({ context: { environment: 'sandbox' } }),
      context: { ...cdkJson.context, ...OWN_VERDICT_CONTEXT },
    });
    const first = firstVerdict(judged(app));
    const readBack = judgedTexts(writtenBy(app));
    expect(first.counts.acknowledged).toBeGreaterThan(0);
    same(app, first, readBack);
  });

  it('gets the same verdict when things are wrong with it, in YAML too', () => {
    const app = tinyApp();
    const stack = tinyStack(app);
    acknowledge(new CfnBucket(stack, 'Terminal'), HOLDS);
    acknowledge(soundKey(stack), { ...HOLDS, rule: 'AwsSolutions-KMS5' });
    new Topic(stack, 'Open');
    const first = firstVerdict(judged(app));
    const written = writtenBy(app);
    expect(first.counts.violations).toBeGreaterThan(10);
    same(app, first, judgedTexts(written));
    const yaml = Object.entries(written).map(([file, text]) => [file, stringify(JSON.parse(text))] as const);
    same(app, first, judgedTexts(Object.fromEntries(yaml)));
  });
});

describe('a template of somebody else', () => {
  const yaml = `
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: { EnableKeyRotation: false, KeyPolicy: { Statement: [] } }
  Ship:
    Type: AWS::AppRunner::Service
    Properties: { SourceConfiguration: {} }
`;

  it('is one entry without an environment, with each resource at its line', () => {
    const { environment, violations, counts } = judgedTexts({ 'infra/app.yaml': yaml });
    expect([environment, counts.resources]).toEqual([null, 2]);
    expect(violations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          rule: 'AwsSolutions-KMS5',
          stack: 'infra/app.yaml',
          path: 'Key',
          resource: 'Key',
          resourceType: 'AWS::KMS::Key',
          source: 'infra/app.yaml:3',
        }),
        expect.objectContaining({
          rule: 'Eligibility-Service',
          pack: 'eligibility',
          severity: 'error',
          resource: 'Ship',
          source: 'infra/app.yaml:6',
        }),
      ]),
    );
  });

  it('is judged by the same rules whether it is JSON or YAML', () => {
    const json = JSON.stringify(foreignTemplate('x', yaml).json);
    const rules = (verdict: EnvironmentVerdict) =>
      verdict.violations.map(({ rule, path: place }) => `${rule} ${place}`);
    expect(rules(judgedTexts({ 'a.json': json }))).toEqual(rules(judgedTexts({ 'a.json': yaml })));
  });

  it('is judged together with others, whose resources it may use', () => {
    const owner = `
Resources: { Alerts: { Type: AWS::SNS::Topic, Metadata: { HipaaBaseline: { phi: none } } } }
Outputs: { Alerts: { Value: !Ref Alerts, Export: { Name: shared-alerts } } }
`;
    const user = `
Resources:
  Page:
    Type: AWS::SNS::Subscription
    Properties: { Protocol: sms, Endpoint: "+12025550123", TopicArn: !ImportValue shared-alerts }
`;
    const recipients = (verdict: EnvironmentVerdict) =>
      verdict.violations.filter(({ rule }) => rule === 'Eligibility-Recipient');
    expect(recipients(judgedTexts({ user }))).toHaveLength(1);
    expect(recipients(judgedTexts({ owner, user }))).toEqual([]);
  });

  it('is not told of by our software, nor by our tests', () => {
    const { safeguards } = judgedTexts({ 'app.yaml': yaml });
    const evaluation = safeguards.find(
      ({ citation, profile }) => citation === '164.308(a)(8)' && profile === 'current',
    );
    expect(evaluation?.evidence.join('\n')).toContain('not shown by a template');
    expect(safeguards.flatMap(({ evidence }) => evidence).join('\n')).not.toContain('proved by');
  });

  it('cannot except itself from the question who may hold PHI', () => {
    const record = JSON.stringify([{ ...HOLDS, rule: 'Eligibility-Service' }]);
    const excepted = `Resources: { Ship: { Type: AWS::AppRunner::Service, Metadata: { HipaaAcknowledgements: ${record} } } }`;
    const rules = judgedTexts({ excepted }).violations.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['Eligibility-Service', 'Acknowledgements-NotAllowed']));
  });

  it.each([
    ['AWS::Serverless-2016-10-31', 1],
    ['[AWS::LanguageExtensions, Ours]', 1],
    ['AWS::LanguageExtensions', 0],
  ])('is not believed before its macro %s was applied', (macro, count) => {
    const { violations } = judgedTexts({ 'app.yaml': `Transform: ${macro}\n${yaml}` });
    const found = violations.filter(({ rule }) => rule === 'Template-Transform');
    expect(found).toHaveLength(count);
    for (const violation of found)
      expect(violation).toMatchObject({ stack: 'app.yaml', source: 'app.yaml:1' });
  });

  it('is judged within seconds when it is as large as CloudFormation takes', () => {
    const types = [
      'AWS::S3::Bucket',
      'AWS::SNS::Topic',
      'AWS::Lambda::Function',
      'AWS::DynamoDB::Table',
      'AWS::IAM::Role',
    ];
    const resources = Array.from({ length: 500 }, (_, i) => [
      `R${i}`,
      { Type: types[i % types.length], Properties: {} },
    ]);
    const start = performance.now();
    const { counts } = judgedTexts({ large: JSON.stringify({ Resources: Object.fromEntries(resources) }) });
    expect(counts.resources).toBe(500);
    // A hang, not a speed: the benchmark measures that.
    expect(performance.now() - start).toBeLessThan(60_000);
  }, 90_000);
});
