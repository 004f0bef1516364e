import { join } from 'node:path';
import { type App, CfnResource } from 'aws-cdk-lib';
import { buildBaselineApp } from '../../lib/baseline-app';
import { judge, OWN_VERDICT_CONTEXT } from '../../lib/checks/judge';
import type { Violation } from '../../lib/checks/verdict';
import type { EnvironmentConfig } from '../../lib/config/schema';
import { propertiesOf, resourcesOf, shippedEnvironment, synthesizeStacks } from '../support/baseline';
import { CDK_CONTEXT } from '../support/test-stack';

const PROJECT = join(__dirname, '../..');

/** Production on the Internet, with every option that adds an exception. */
const OPEN: EnvironmentConfig = {
  ...shippedEnvironment('production'),
  name: 'open',
  records: {
    ...shippedEnvironment('production').records,
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    hostedZoneId: undefined,
    exposure: 'internet',
    http: 'redirect',
    hsts: 'preload',
    sessionHours: 4,
    requestsPerMinute: 1234,
    firstAdministrator: '0b8d7c6e-1f2a-4b3c-8d4e-5f6a7b8c9d0e',
  },
};

/** In the place of a property: the whole resource is taken away. */
const REMOVED = '';

/** What is taken away in the records stack, and the rule that sees it. */
const BREAKAGES: readonly (readonly [
  what: string,
  path: string,
  property: string,
  value: unknown,
  rule: string,
  seenAt?: string,
])[] = [
  [
    'TLS 1.0 is let in',
    'Listener/Https/Resource',
    'SslPolicy',
    'ELBSecurityPolicy-2016-08',
    'Baseline-ListenerTls',
  ],
  ['browsers forget HTTPS', 'Listener/Https/Resource', 'ListenerAttributes', [], 'Baseline-Hsts'],
  [
    'the listener loses its certificate',
    'Listener/Https/Resource',
    'Certificates',
    undefined,
    'HIPAA.Security-ELBv2ACMCertificateRequired',
  ],
  [
    'the load balancer logs nothing and may be deleted',
    'Edge/LoadBalancer/Resource',
    'LoadBalancerAttributes',
    [],
    'HIPAA.Security-ELBLoggingEnabled',
  ],
  [
    'the load balancer may be deleted',
    'Edge/LoadBalancer/Resource',
    'LoadBalancerAttributes',
    [],
    'HIPAA.Security-ELBDeletionProtectionEnabled',
  ],
  [
    'odd headers are passed on',
    'Edge/LoadBalancer/Resource',
    'LoadBalancerAttributes',
    [],
    'HIPAA.Security-ALBHttpDropInvalidHeaderEnabled',
  ],
  [
    'the firewall logs nothing',
    'Firewall/Logging',
    REMOVED,
    undefined,
    'HIPAA.Security-WAFv2LoggingEnabled',
    'Firewall/Acl',
  ],
  [
    'everybody may connect inside',
    'Edge/SecurityGroup/Resource',
    'SecurityGroupIngress.0.CidrIp',
    '0.0.0.0/0',
    'AwsSolutions-EC23',
  ],
  ['a password is enough', 'Staff/Pool', 'MfaConfiguration', 'OPTIONAL', 'Baseline-UserPoolMfa'],
  [
    'people add themselves',
    'Staff/Pool',
    'AdminCreateUserConfig.AllowAdminCreateUserOnly',
    false,
    'Baseline-UserPoolMfa',
  ],
  ['passwords are short', 'Staff/Pool', 'Policies.PasswordPolicy.MinimumLength', 6, 'AwsSolutions-COG1'],
  ['the pool has no threat protection', 'Staff/Pool', 'UserPoolTier', 'LITE', 'AwsSolutions-COG8'],
  ['tokens live for an hour', 'SignIn/Client', 'AccessTokenValidity', 60, 'Baseline-SessionLength'],
  [
    'tokens are renewed',
    'SignIn/Client',
    'ExplicitAuthFlows',
    ['ALLOW_REFRESH_TOKEN_AUTH'],
    'Baseline-SessionLength',
  ],
  [
    'the stream is in plain text',
    'AccessAudit/Stream',
    'DeliveryStreamEncryptionConfigurationInput',
    undefined,
    'AwsSolutions-KDF1',
  ],
  [
    'audit records are not copied',
    'AccessAudit/Waiting/Resource',
    'ReplicationConfiguration',
    undefined,
    'HIPAA.Security-S3BucketReplicationEnabled',
  ],
  [
    'the service leaves the VPC',
    'Service/Function/Resource',
    'VpcConfig',
    undefined,
    'HIPAA.Security-LambdaInsideVPC',
  ],
  [
    'the service shares its environment',
    'Service/Function/Resource',
    'KmsKeyArn',
    undefined,
    'Baseline-FunctionProtected',
  ],
  [
    "the service's log masks nothing",
    'Service/Logs/Resource',
    'DataProtectionPolicy',
    undefined,
    'Baseline-LogGroupProtected',
  ],
  [
    "the service's role may do anything",
    'Service/Role/Policy/Resource',
    'PolicyDocument.Statement.0.Resource',
    '*',
    'AwsSolutions-IAM5[Resource::*]',
  ],
  [
    'an alarm tells nobody',
    'Alarms/Errors/Resource',
    'AlarmActions',
    undefined,
    'HIPAA.Security-CloudWatchAlarmAction',
  ],
  [
    'the key of tokens is lost at once',
    'PatientTokens/Key',
    'PendingWindowInDays',
    7,
    'Baseline-KeyDeletionWindow',
  ],
];

function judged(environments: readonly EnvironmentConfig[], change: (app: App) => void) {
  const app = buildBaselineApp({ environments, context: { ...CDK_CONTEXT, ...OWN_VERDICT_CONTEXT } });
  change(app);
  return judge(app, { asOf: '2026-11-21', projectRoot: PROJECT }).verdict.environments;
}

function overrideAll(app: App): void {
  const resources = new Map(
    app.node
      .findAll()
      .filter((construct): construct is CfnResource => CfnResource.isCfnResource(construct))
      .map((resource) => [resource.node.path, resource]),
  );
  for (const [, path, property, value] of BREAKAGES) {
    const resource = resources.get(`production/Records/${path}`);
    if (resource === undefined) throw new Error(`'path' must be a resource, got: ${path}`);
    if (property === REMOVED) resource.node.scope?.node.tryRemoveChild(resource.node.id);
    else resource.addPropertyOverride(property, value);
  }
}

const production = shippedEnvironment('production');

describe('the checks', () => {
  const [broken] = judged([production], overrideAll);
  const violations: readonly Violation[] = broken?.violations ?? [];

  it.each(BREAKAGES)('see it when %s', (...[_what, path, _property, _value, rule, seenAt]) => {
    const place = `production/Records/${seenAt ?? path}`;
    const seen = violations.filter((violation) => violation.path === place);
    expect(seen.map((violation) => violation.rule)).toContain(rule);
  });

  it('hold with the service on the Internet, each option an exception of its own', () => {
    const [open] = judged([OPEN], () => undefined);
    expect(open?.violations).toEqual([]);
    const rules = (open?.acknowledged ?? [])
      .filter(({ stack }) => stack === 'open/Records' || stack === 'open/Network')
      .map(({ rule, path }) => `${rule} ${path.split('/').slice(1, 4).join('/')}`);
    expect(rules).toEqual(
      expect.arrayContaining([
        'AwsSolutions-EC23 Records/Edge/SecurityGroup',
        'HIPAA.Security-ELBv2ACMCertificateRequired Records/Listener/Http',
        'HIPAA.Security-VPCNoUnrestrictedRouteToIGW Network/Vpc/PublicSubnet1',
      ]),
    );
  });
});

describe('RecordsStack', () => {
  const stacks = synthesizeStacks([shippedEnvironment('sandbox'), production, OPEN]);
  const only = (stack: string, type: string, id = '') => propertiesOf(stacks, stack, type, id);
  const inStack = (stack: string, type: string) =>
    resourcesOf(stacks, type).filter(([name]) => name.startsWith(`${stack}/`));

  it('is internal and on port 443 alone, unless an environment says otherwise', () => {
    for (const stack of ['sandbox/Records', 'production/Records']) {
      expect(only(stack, 'AWS::ElasticLoadBalancingV2::LoadBalancer').Scheme).toBe('internal');
      expect(only(stack, 'AWS::ElasticLoadBalancingV2::Listener')).toMatchObject({
        Port: 443,
        Protocol: 'HTTPS',
      });
      const [group] = only(stack, 'AWS::EC2::SecurityGroup', 'EdgeSecurityGroup')
        .SecurityGroupIngress as object[];
      expect(group).toMatchObject({ FromPort: 443, ToPort: 443, CidrIp: expect.stringMatching(/^10\./) });
    }
  });

  it('stands on the Internet with public subnets, a redirect and everybody let in, where an environment says so', () => {
    expect(only('open/Records', 'AWS::ElasticLoadBalancingV2::LoadBalancer')).toMatchObject({
      Scheme: 'internet-facing',
      Name: 'open-records-web',
      Subnets: expect.arrayContaining([
        {
          'Fn::GetStackOutput': expect.objectContaining({
            OutputName: expect.stringContaining('VpcPublicSubnet1'),
          }),
        },
      ]),
    });
    const listeners = inStack('open/Records', 'AWS::ElasticLoadBalancingV2::Listener');
    expect(listeners.map(([, { Properties }]) => Properties?.Port).sort()).toEqual([443, 80]);
    expect(only('open/Network', 'AWS::EC2::InternetGateway')).toBeDefined();
    expect(inStack('production/Network', 'AWS::EC2::InternetGateway')).toEqual([]);
  });

  it('has the names of load balancers fit, however long an environment is called', () => {
    const names = stacks.map(
      ({ template }) => JSON.stringify(template).match(/"Name":"([a-z0-9-]+-records(-web)?)"/)?.[1],
    );
    expect(names).toContain('sandbox-records');
    expect('a2345678901234567890-records-web'.length).toBeLessThanOrEqual(32);
    expect('internal-a2345678901234567890-records').toMatch(/^[a-z0-9-]+$/);
  });

  it('proves its name through its zone, takes a given certificate, or makes one for a sandbox without a name', () => {
    expect(only('production/Records', 'AWS::CertificateManager::Certificate')).toMatchObject({
      DomainName: 'records.hospital.example',
      ValidationMethod: 'DNS',
    });
    const certificates = (stack: string) =>
      (only(stack, 'AWS::ElasticLoadBalancingV2::Listener', 'ListenerHttps').Certificates as object[])[0];
    expect(certificates('production/Records')).toEqual({ CertificateArn: { Ref: 'Certificate' } });
    expect(certificates('open/Records')).toEqual({ CertificateArn: OPEN.records.certificateArn });
    expect(certificates('sandbox/Records')).toEqual({
      CertificateArn: { Ref: expect.stringMatching(/^OwnCertificateMakerCertificate/) },
    });
    expect(only('sandbox/Records', 'Custom::SelfSignedCertificate')).toMatchObject({
      HostName: { 'Fn::GetAtt': [expect.stringMatching(/^EdgeLoadBalancer/), 'DNSName'] },
      Issue: '1',
    });
  });

  it('points the name to the load balancer where the zone is ours, and only there', () => {
    expect(only('production/Records', 'AWS::Route53::RecordSet')).toMatchObject({ Type: 'A' });
    expect(inStack('open/Records', 'AWS::Route53::RecordSet')).toEqual([]);
    expect(inStack('sandbox/Records', 'AWS::Route53::RecordSet')).toEqual([]);
  });

  it('gives the service the same address that Cognito returns to', () => {
    for (const [stack, host] of [
      ['production/Records', 'https://records.hospital.example'],
      ['sandbox/Records', 'DNSName'],
    ] as const) {
      const { Variables } = only(stack, 'AWS::Lambda::Function', 'ServiceFunction').Environment as {
        Variables: Record<string, unknown>;
      };
      expect(JSON.stringify(Variables.PUBLIC_ORIGIN)).toContain(host);
      const { CallbackURLs } = only(stack, 'AWS::Cognito::UserPoolClient') as { CallbackURLs: unknown[] };
      expect(JSON.stringify(CallbackURLs[0])).toContain(host);
      expect(JSON.stringify(CallbackURLs[0])).toMatch(/\/"/);
    }
  });

  it('hands the settings of the environment on', () => {
    const { Variables } = only('open/Records', 'AWS::Lambda::Function', 'ServiceFunction').Environment as {
      Variables: Record<string, unknown>;
    };
    expect(Variables).toMatchObject({ SESSION_HOURS: '4', DATABASE_PORT: '5442', DATABASE_NAME: 'records' });
    expect(JSON.stringify(only('open/Records', 'AWS::WAFv2::WebACL'))).toContain('"Limit":1234');
    const migration = only('open/Records', 'AWS::Lambda::Function', 'MigrationFunction').Environment;
    expect(JSON.stringify(migration)).toContain('0b8d7c6e-1f2a-4b3c-8d4e-5f6a7b8c9d0e');
  });

  it('has the service sign the heads of its log with a key that it alone may use, into a stream of their own', () => {
    const { Variables } = only('sandbox/Records', 'AWS::Lambda::Function', 'ServiceFunction').Environment as {
      Variables: Record<string, unknown>;
    };
    expect(Variables.HEAD_KEY_ARN).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^AccessHeadsKey/), 'Arn'],
    });
    expect(Variables.HEAD_STREAM).toEqual({ Ref: expect.stringMatching(/^AccessHeadsStream/) });
    expect(Variables.HEAD_STREAM).not.toEqual(Variables.AUDIT_STREAM);
    const policy = inStack('sandbox/Records', 'AWS::IAM::ManagedPolicy').find(([name]) =>
      name.includes('/ServiceRole'),
    );
    expect(JSON.stringify(policy)).toMatch(/"Sid":"AuditHeads"|AccessHeadsStream/);
  });

  it('gives the service its key of tokens, and the first public keys before anybody waits for them', () => {
    for (const stack of ['sandbox/Records', 'production/Records']) {
      const { Variables } = only(stack, 'AWS::Lambda::Function', 'ServiceFunction').Environment as {
        Variables: Record<string, unknown>;
      };
      expect(Variables.TOKEN_KEY_ARN).toEqual({
        'Fn::GetAtt': [expect.stringMatching(/^PatientTokensKey/), 'Arn'],
      });
      expect(JSON.stringify(inStack(stack, 'Custom::FunctionRun'))).toMatch(
        /"FunctionArn":\{"Fn::GetAtt":\["SigningKeysRelayFunction/,
      );
    }
  });

  it('watches the end of a certificate where it is one that nobody else renews, and only there', () => {
    const watched = (stack: string) =>
      inStack(stack, 'AWS::CloudWatch::Alarm').filter(
        ([, { Properties }]) => Properties?.MetricName === 'DaysToExpiry',
      );
    expect(watched('sandbox/Records')).toHaveLength(1);
    expect(watched('production/Records')).toEqual([]);
  });

  it('lets the service alone ask for decisions', () => {
    const ingress = inStack('production/Records', 'AWS::EC2::SecurityGroupIngress').filter(([name]) =>
      name.includes('/DecisionsSecurityGroup'),
    );
    expect(ingress.map(([, { Properties }]) => Properties?.SourceSecurityGroupId)).toEqual([
      { 'Fn::GetAtt': [expect.stringMatching(/^ServiceSecurityGroup/), 'GroupId'] },
    ]);
  });

  it('takes requests only once the schema is there', () => {
    const [[, service] = []] = inStack('sandbox/Records', 'AWS::Lambda::Function').filter(([name]) =>
      name.includes('/ServiceFunction'),
    );
    expect(JSON.stringify(service)).toMatch(/"DependsOn":\[[^\]]*"DeploymentRunsInvokerRun/);
  });

  it('names the role of the service as the data key knows it, however long an environment is called', () => {
    const role = inStack('production/Records', 'AWS::IAM::Role').find(([name]) =>
      name.includes('/ServiceRole'),
    );
    const id = role?.[0].split('/')[2] ?? '';
    expect(id).toMatch(/^ServiceRole[0-9A-F]{8}$/);
    // CloudFormation adds 12 or 13 characters and shortens nothing up to 64.
    expect(`a2345678901234567890-Records-${id}-`.length + 13).toBeLessThanOrEqual(64);
    const { KeyPolicy } = only('production/Foundation', 'AWS::KMS::Key', 'DataKey');
    expect(JSON.stringify(KeyPolicy)).toContain('role/production-Records-ServiceRole*');
  });

  it('says nothing of requests or people in what an alert carries', () => {
    const rule = JSON.stringify(
      inStack('production/Records', 'AWS::Events::Rule').find(([name]) => name.includes('EmergencyAccess')),
    );
    expect(rule).toContain('$.detail.grantId');
    expect(rule).not.toMatch(/\$\.detail\.(userId|patientToken)/);
  });
});
