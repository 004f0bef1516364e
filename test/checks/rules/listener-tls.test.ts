import { listenerTls } from '../../../lib/checks/rules/listener-tls';
import { against, againstResource } from './subject';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const STRICT = 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06';
const REDIRECT = {
  Type: 'redirect',
  RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
};
const FORWARD = { Type: 'forward', TargetGroupArn: { Ref: 'Group' } };

function listener(properties: object): readonly string[] {
  return againstResource(listenerTls, LISTENER, properties);
}

describe('Baseline-ListenerTls', () => {
  it.each(['HTTPS', 'TLS'])('accepts %s under a policy that starts at TLS 1.2', (Protocol) => {
    expect(listener({ Protocol, Port: 443, SslPolicy: STRICT })).toEqual([]);
    expect(listener({ Protocol, Port: 443, SslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' })).toEqual([]);
  });

  it.each(['HTTPS', 'TLS'])(
    'refuses %s under a policy that starts earlier, is unknown or absent',
    (Protocol) => {
      expect(listener({ Protocol, SslPolicy: 'ELBSecurityPolicy-TLS13-1-0-2021-06' })).toEqual([
        expect.stringContaining('It allows TLS 1.0'),
      ]);
      expect(listener({ Protocol, SslPolicy: 'ELBSecurityPolicy-TLS-1-1-2017-01' })).toEqual([
        expect.stringContaining('It allows TLS 1.1'),
      ]);
      expect(listener({ Protocol, SslPolicy: 'OurPolicy' })).toEqual([
        expect.stringContaining('No policy of this name is known'),
      ]);
      expect(listener({ Protocol })).toEqual([expect.stringContaining('got: none')]);
      expect(listener({ Protocol, SslPolicy: { Ref: 'Policy' } })).toEqual([
        expect.stringContaining('does not decide'),
      ]);
    },
  );

  it.each([80, '80'])('lets port %j redirect to HTTPS', (Port) => {
    expect(listener({ Protocol: 'HTTP', Port, DefaultActions: [REDIRECT] })).toEqual([]);
  });

  it.each([
    ['forwards', [FORWARD]],
    ['answers', [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }]],
    ['redirects to port 80', [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '#{port}' } }]],
    ['redirects to HTTPS on no certain port', [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS' } }]],
    ['redirects to HTTP', [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTP', Port: '443' } }]],
    ['redirects and forwards', [REDIRECT, FORWARD]],
    ['does what is not decided', [{ Ref: 'Action' }]],
    ['does nothing', undefined],
  ])('refuses a port 80 that %s', (_, DefaultActions) => {
    expect(listener({ Protocol: 'HTTP', Port: 80, DefaultActions })).toEqual([
      'A listener on port 80 must do nothing but redirect to HTTPS on port 443.',
    ]);
  });

  it.each([
    [{ Protocol: 'HTTP', Port: 8080, DefaultActions: [REDIRECT] }, 'on port 8080 must use HTTPS'],
    [{ Protocol: 'HTTP', Port: { Ref: 'Port' } }, 'does not decide must use HTTPS'],
    [{ Protocol: 'TCP', Port: 443 }, "must be HTTPS or TLS, got: 'TCP'"],
    [{ Protocol: 'UDP', Port: 443 }, "must be HTTPS or TLS, got: 'UDP'"],
    [{ Protocol: 'TCP_QUIC', Port: 443 }, "must be HTTPS or TLS, got: 'TCP_QUIC'"],
    [{ Protocol: { Ref: 'Protocol' }, Port: 443 }, 'does not decide'],
    [{ Port: 443 }, 'got: none'],
  ])('refuses %j', (properties, message) => {
    expect(listener(properties)).toEqual([expect.stringContaining(message)]);
  });

  it('accepts QUIC, and the listener of a gateway load balancer, which has no protocol', () => {
    expect(listener({ Protocol: 'QUIC', Port: 443 })).toEqual([]);
    expect(listener({ DefaultActions: [FORWARD] })).toEqual([]);
  });

  it.each([
    ['alb', 443, 443, 0],
    ['alb', 80, 443, 1],
    ['alb', 443, 80, 1],
    ['instance', 443, 443, 1],
  ])('judges TCP to a target of type %s on port %d from port %d', (TargetType, Port, from, count) => {
    const template = {
      Resources: {
        Listener: { Type: LISTENER, Properties: { Protocol: 'TCP', Port: from, DefaultActions: [FORWARD] } },
        Group: {
          Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
          Properties: { TargetType, Port, Protocol: 'TCP' },
        },
      },
    };
    expect(against(listenerTls, template)).toHaveLength(count);
  });

  it('judges both ways in which a condition may turn out', () => {
    const Protocol = { 'Fn::If': ['Secure', 'HTTPS', 'HTTP'] };
    expect(listener({ Protocol, Port: 443, SslPolicy: STRICT })).toEqual([
      'A listener on port 443 must use HTTPS, got: HTTP.',
    ]);
  });

  it.each([
    ['HTTP', [FORWARD], 1],
    ['HTTP', [REDIRECT], 0],
    ['HTTPS', [FORWARD], 0],
  ])('judges the rules of a listener too: %s', (Protocol, Actions, count) => {
    const rule = { ListenerArn: { Ref: 'Listener' }, Actions };
    const listeners = { Protocol, Port: 80, SslPolicy: STRICT, DefaultActions: [REDIRECT] };
    expect(
      against(listenerTls, {
        Resources: {
          Rule: { Type: 'AWS::ElasticLoadBalancingV2::ListenerRule', Properties: rule },
          Listener: { Type: LISTENER, Properties: listeners },
        },
      }),
    ).toHaveLength(count);
  });

  const policy = (...attributes: [string, string][]) => ({
    PolicyName: 'Ssl',
    PolicyType: 'SSLNegotiationPolicyType',
    Attributes: attributes.map(([Name, Value]) => ({ Name, Value })),
  });
  it.each([
    [
      'a named policy',
      'HTTPS',
      policy(['Reference-Security-Policy', 'ELBSecurityPolicy-TLS-1-2-2017-01']),
      0,
    ],
    ['its own policy', 'ssl', policy(['Protocol-TLSv1.2', 'true'], ['Protocol-TLSv1', 'false']), 0],
    ['an old policy', 'HTTPS', policy(['Reference-Security-Policy', 'ELBSecurityPolicy-2016-08']), 1],
    ['an old protocol', 'HTTPS', policy(['Protocol-TLSv1.2', 'true'], ['Protocol-TLSv1.1', 'true']), 1],
    ['no protocol', 'HTTPS', policy(), 1],
    ['the default policy', 'HTTPS', { ...policy(), PolicyName: 'Other' }, 1],
    ['clear text', 'HTTP', policy(['Protocol-TLSv1.2', 'true']), 1],
  ])('judges a classic load balancer with %s', (_, Protocol, Policies, count) => {
    const properties = { Listeners: [{ Protocol, PolicyNames: ['Ssl'] }], Policies: [Policies] };
    expect(againstResource(listenerTls, 'AWS::ElasticLoadBalancing::LoadBalancer', properties)).toHaveLength(
      count,
    );
  });

  const behavior = (ViewerProtocolPolicy: string) => ({ ViewerProtocolPolicy });
  it.each([
    ['https-only', 'redirect-to-https', { MinimumProtocolVersion: 'TLSv1.2_2021' }, 0],
    ['allow-all', 'https-only', { MinimumProtocolVersion: 'TLSv1.2_2021' }, 1],
    ['https-only', 'allow-all', { MinimumProtocolVersion: 'TLSv1.2_2021' }, 1],
    ['https-only', 'https-only', { MinimumProtocolVersion: 'TLSv1.1_2016' }, 1],
    [
      'https-only',
      'https-only',
      { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1.2_2021' },
      1,
    ],
    ['https-only', 'https-only', undefined, 1],
  ])('judges a distribution: %s, %s, %j', (first, second, ViewerCertificate, count) => {
    const DistributionConfig = {
      DefaultCacheBehavior: behavior(first),
      CacheBehaviors: [behavior(second)],
      ...(ViewerCertificate === undefined ? {} : { ViewerCertificate }),
    };
    expect(
      againstResource(listenerTls, 'AWS::CloudFront::Distribution', { DistributionConfig }),
    ).toHaveLength(count);
  });

  it.each<[string, object, number]>([
    ['AWS::ApiGateway::DomainName', {}, 0],
    ['AWS::ApiGateway::DomainName', { SecurityPolicy: 'TLS_1_2' }, 0],
    ['AWS::ApiGateway::DomainName', { SecurityPolicy: 'TLS_1_0' }, 1],
    ['AWS::ApiGateway::RestApi', { SecurityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' }, 0],
    ['AWS::ApiGateway::RestApi', { DisableExecuteApiEndpoint: true }, 0],
    ['AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['PRIVATE'] } }, 0],
    ['AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['REGIONAL'] } }, 1],
    ['AWS::ApiGateway::RestApi', {}, 1],
    ['AWS::ApiGatewayV2::DomainName', { DomainNameConfigurations: [{}] }, 0],
    ['AWS::ApiGatewayV2::DomainName', { DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_0' }] }, 1],
    ['AWS::ApiGatewayV2::DomainName', { DomainNameConfigurations: [{ Ref: 'Domain' }] }, 1],
    [
      'AWS::OpenSearchService::Domain',
      { DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' } },
      0,
    ],
    ['AWS::OpenSearchService::Domain', {}, 2],
    ['AWS::VpcLattice::Listener', { Protocol: 'HTTPS' }, 0],
    ['AWS::VpcLattice::Listener', { Protocol: 'HTTP' }, 1],
    ['AWS::SNS::Topic', { Protocol: 'HTTP' }, 0],
  ])('judges %s with %j', (type, properties, count) => {
    expect(againstResource(listenerTls, type, properties)).toHaveLength(count);
  });
});
