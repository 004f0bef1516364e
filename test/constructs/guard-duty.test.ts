import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { GuardDutyPlan } from '../../lib/config/detection-schema';
import { GuardDutyDetector } from '../../lib/constructs/guard-duty-detector';
import { GuardDutyObjectScan } from '../../lib/constructs/guard-duty-object-scan';
import { packFindings } from '../support/pack-findings';
import { neighbours, testStack } from '../support/test-stack';

type Feature = { Name: string; Status: string; AdditionalConfiguration?: { Name: string; Status: string }[] };

function detectorWith(plans: readonly GuardDutyPlan[]) {
  const stack = testStack();
  new GuardDutyDetector(stack, 'GuardDuty', { plans });
  const [detector] = Object.values(Template.fromStack(stack).findResources('AWS::GuardDuty::Detector'));
  const features: Feature[] = detector?.Properties.Features;
  return { properties: detector?.Properties, features };
}

const PLANS: readonly (readonly [GuardDutyPlan, string])[] = [
  ['s3', 'S3_DATA_EVENTS'],
  ['rds', 'RDS_LOGIN_EVENTS'],
  ['lambda', 'LAMBDA_NETWORK_LOGS'],
  ['eks', 'EKS_AUDIT_LOGS'],
  ['malware-ebs', 'EBS_MALWARE_PROTECTION'],
  ['runtime', 'RUNTIME_MONITORING'],
];

describe('the detector of GuardDuty', () => {
  it('is on and tells of what goes on every 15 minutes', () => {
    expect(detectorWith(['s3']).properties).toMatchObject({
      Enable: true,
      FindingPublishingFrequency: 'FIFTEEN_MINUTES',
    });
  });

  it.each(PLANS)('has the plan %s on where it is asked for, and nothing else', (plan, name) => {
    const { features } = detectorWith([plan]);
    expect(features.map((feature) => feature.Name)).toEqual(PLANS.map(([, known]) => known));
    expect(features.filter(({ Status }) => Status === 'ENABLED').map((feature) => feature.Name)).toEqual([
      name,
    ]);
  });

  it.each([
    [['runtime'], 'ENABLED'],
    [['s3'], 'DISABLED'],
  ] as const)('with %j has every agent of the runtime plan %s', (plans, status) => {
    const runtime = detectorWith(plans).features.find(({ Name }) => Name === 'RUNTIME_MONITORING');
    expect(runtime?.AdditionalConfiguration).toEqual([
      { Name: 'EKS_ADDON_MANAGEMENT', Status: status },
      { Name: 'ECS_FARGATE_AGENT_MANAGEMENT', Status: status },
      { Name: 'EC2_AGENT_MANAGEMENT', Status: status },
    ]);
  });
});

describe('the scan of new objects', () => {
  it('scans and tags the objects of one bucket by a role that only GuardDuty takes on', () => {
    const stack = testStack();
    new GuardDutyObjectScan(stack, 'Scan', { bucket: new Bucket(stack, 'Phi'), key: neighbours(stack).key });
    const template = Template.fromStack(stack);
    template.hasResourceProperties('AWS::GuardDuty::MalwareProtectionPlan', {
      ProtectedResource: { S3Bucket: { BucketName: { Ref: Match.stringLikeRegexp('^Phi') } } },
      Actions: { Tagging: { Status: 'ENABLED' } },
    });
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [{ Principal: { Service: 'malware-protection-plan.guardduty.amazonaws.com' } }],
      },
    });
    const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
    const actions = policy?.Properties.PolicyDocument.Statement.flatMap(
      ({ Action }: { Action: string | string[] }) => Action,
    );
    expect(actions.filter((action: string) => /\*|Delete(?!Rule)/.test(action))).toEqual([]);
    expect(actions).toContain('s3:GetObjectVersion');
  });

  it("touches no rule but GuardDuty's own, and uses the key through S3 alone", () => {
    const stack = testStack();
    new GuardDutyObjectScan(stack, 'Scan', { bucket: new Bucket(stack, 'Phi'), key: neighbours(stack).key });
    const [policy] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::ManagedPolicy'));
    const statement = (sid: string) =>
      policy?.Properties.PolicyDocument.Statement.find(({ Sid }: { Sid: string }) => Sid === sid);
    expect(statement('OwnEventRule').Condition).toEqual({
      StringEquals: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' },
    });
    expect(JSON.stringify(statement('OwnEventRule').Resource)).toContain(':rule/DO-NOT-DELETE-');
    expect(JSON.stringify(statement('ObjectKey').Condition)).toMatch(
      /^{"StringEquals":{"kms:ViaService":.*"s3\./,
    );
    expect(JSON.stringify(statement('Probe').Resource)).toContain(
      'malware-protection-resource-validation-object',
    );
  });

  it('breaks no rule that is not acknowledged beside it', () => {
    const { open, acknowledged } = packFindings((stage) => {
      const stack = new Stack(stage, 'Own');
      new GuardDutyObjectScan(stack, 'Scan', {
        bucket: new Bucket(stack, 'Phi'),
        key: new Key(stack, 'Key'),
      });
    });
    expect(open.filter((finding) => finding.includes('/Scan/'))).toEqual([]);
    expect(acknowledged).toHaveLength(2);
  });

  it('belongs to the stack of its bucket', () => {
    const stack = testStack();
    const bucket = new Bucket(testStack(), 'Phi');
    expect(() => new GuardDutyObjectScan(stack, 'Scan', { bucket, key: neighbours(stack).key })).toThrow(
      "'bucket' must be of the same stack",
    );
  });
});
