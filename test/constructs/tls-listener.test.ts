import { Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { CfnListener, SslPolicy } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { oldestTlsVersion } from '../../lib/checks/rules/tls-policies';
import { TLS_POLICY, TlsListener, type TlsListenerProps } from '../../lib/constructs/tls-listener';
import { TlsLoadBalancer, type TlsLoadBalancerProps } from '../../lib/constructs/tls-load-balancer';
import { httpsTargetGroup } from '../../lib/constructs/tls-target-group';
import { testStack } from '../support/test-stack';

const CERTIFICATE = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000';

function rendered(
  listener: Partial<TlsListenerProps> = {},
  balancer: Partial<TlsLoadBalancerProps> = {},
): Template {
  const stack = testStack();
  const vpc = new Vpc(stack, 'Vpc', { availabilityZones: ['us-east-1a', 'us-east-1b'] });
  const { loadBalancer } = new TlsLoadBalancer(stack, 'Edge', {
    vpc,
    subnets: { subnets: vpc.privateSubnets },
    exposure: 'internal',
    name: 'some-records',
    clientRanges: ['10.0.0.0/16'],
    ports: [443],
    accessLogs: Bucket.fromBucketName(stack, 'Logs', 'some-access-logs'),
    ...balancer,
  });
  new TlsListener(stack, 'Listener', {
    loadBalancer,
    certificateArn: CERTIFICATE,
    target: httpsTargetGroup(stack, 'Team', { vpc, port: 8443, healthCheckPath: '/health' }),
    ...listener,
  });
  return Template.fromStack(stack);
}

/** The attributes of the one resource of a type, by name. */
function attributes(template: Template, type: string, property: string): Record<string, unknown> {
  const [resource] = Object.values(template.findResources(type));
  const list: { Key: string; Value: unknown }[] = resource?.Properties[property];
  return Object.fromEntries(list.map(({ Key, Value }) => [Key, Value]));
}

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const template = rendered();

describe('TlsListener', () => {
  it('is the only listener, on 443, under a named policy that lets nothing older than TLS 1.2 in', () => {
    template.resourceCountIs(LISTENER, 1);
    template.hasResourceProperties(LISTENER, {
      Port: 443,
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
      Certificates: [{ CertificateArn: CERTIFICATE }],
    });
    expect(TLS_POLICY).toBe(SslPolicy.TLS13_12_RES_PQ);
    expect(oldestTlsVersion(TLS_POLICY)).toBe('TLS 1.2');
  });

  it('tells browsers for two years, for all names below, to come back over HTTPS only', () => {
    expect(attributes(template, LISTENER, 'ListenerAttributes')).toEqual({
      'routing.http.response.strict_transport_security.header_value': 'max-age=63072000; includeSubDomains',
      'routing.http.response.x_content_type_options.header_value': 'nosniff',
      'routing.http.response.x_frame_options.header_value': 'DENY',
      'routing.http.response.server.enabled': 'false',
    });
  });

  it('lets browsers preload the name only where somebody asks for it', () => {
    const header = 'routing.http.response.strict_transport_security.header_value';
    expect(attributes(rendered({ hsts: 'preload' }), LISTENER, 'ListenerAttributes')[header]).toBe(
      'max-age=63072000; includeSubDomains; preload',
    );
  });

  it('answers on port 80 with a redirect and nothing else, where somebody asks for it', () => {
    const listeners = Object.values(rendered({ http: 'redirect' }).findResources(LISTENER));
    const [http] = listeners.filter(({ Properties }) => Properties.Port === 80);
    expect(listeners).toHaveLength(2);
    expect(http?.Properties.DefaultActions).toEqual([
      { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
    ]);
    expect(CfnListener.CFN_RESOURCE_TYPE_NAME).toBe(LISTENER);
  });

  it("reaches a team's own service by HTTPS, health checks included", () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      TargetType: 'ip',
      Protocol: 'HTTPS',
      Port: 8443,
      HealthCheckProtocol: 'HTTPS',
      HealthCheckPath: '/health',
    });
  });
});

describe('TlsLoadBalancer', () => {
  it('takes well-formed requests only, logs them and their connections, and is not deleted by accident', () => {
    expect(attributes(template, BALANCER, 'LoadBalancerAttributes')).toMatchObject({
      'deletion_protection.enabled': 'true',
      'routing.http.drop_invalid_header_fields.enabled': 'true',
      'routing.http.desync_mitigation_mode': 'strictest',
      'routing.http.xff_header_processing.mode': 'append',
      'waf.fail_open.enabled': 'false',
      'access_logs.s3.enabled': 'true',
      'access_logs.s3.bucket': 'some-access-logs',
      'access_logs.s3.prefix': 'load-balancers',
      'connection_logs.s3.enabled': 'true',
      'connection_logs.s3.bucket': 'some-access-logs',
      'connection_logs.s3.prefix': 'load-balancers',
    });
  });

  it('is internal, and lets the named ranges in on the named ports, and nothing out', () => {
    template.hasResourceProperties(BALANCER, { Scheme: 'internal', Name: 'some-records' });
    template.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [{ CidrIp: '10.0.0.0/16', IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }],
      SecurityGroupEgress: [{ CidrIp: '255.255.255.255/32' }],
    });
  });

  it('has another name on the Internet, because the old load balancer still has the first', () => {
    const open = rendered({}, { exposure: 'internet', clientRanges: ['0.0.0.0/0'], ports: [443, 80] });
    open.hasResourceProperties(BALANCER, { Scheme: 'internet-facing', Name: 'some-records-web' });
    open.hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [
        { CidrIp: '0.0.0.0/0', FromPort: 443 },
        { CidrIp: '0.0.0.0/0', FromPort: 80 },
      ],
    });
  });
});
