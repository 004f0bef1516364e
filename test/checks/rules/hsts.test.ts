import { hsts } from '../../../lib/checks/rules/hsts';
import { against, againstResource } from './subject';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

function sending(Value: unknown): readonly string[] {
  return againstResource(hsts, LISTENER, {
    Protocol: 'HTTPS',
    ListenerAttributes: [
      { Key: 'routing.http.response.server.enabled', Value: 'false' },
      { Key: 'routing.http.response.strict_transport_security.header_value', Value },
    ],
  });
}

describe('Baseline-Hsts', () => {
  it.each([
    'max-age=31536000',
    'max-age=63072000; includeSubDomains; preload',
    'includeSubDomains; max-age="31536000"',
    'Max-Age = 31536000;includeSubDomains',
  ])('accepts a listener that sends %j', (value) => {
    expect(sending(value)).toEqual([]);
  });

  it.each([
    ['max-age=31535999'],
    ['max-age=0'],
    ['includeSubDomains'],
    ['x-max-age=31536000'],
    ['max-age=31536000x'],
    [31536000],
    [{ Ref: 'Header' }],
    [undefined],
  ])('refuses a listener that sends %j', (value) => {
    expect(sending(value)).toEqual([expect.stringContaining('max-age of at least 31536000, got:')]);
  });

  it('refuses an HTTPS listener without attributes, and asks nothing of TLS and HTTP', () => {
    expect(againstResource(hsts, LISTENER, { Protocol: 'HTTPS' })).toHaveLength(1);
    expect(againstResource(hsts, LISTENER, { Protocol: 'TLS' })).toEqual([]);
    expect(againstResource(hsts, LISTENER, { Protocol: 'HTTP', Port: 80 })).toEqual([]);
    expect(againstResource(hsts, 'AWS::SNS::Topic', { Protocol: 'HTTPS' })).toEqual([]);
  });

  function distribution(AccessControlMaxAgeSec: unknown, ...ids: unknown[]): readonly string[] {
    const [DefaultCacheBehavior, ...CacheBehaviors] = ids.map((ResponseHeadersPolicyId) => ({
      ResponseHeadersPolicyId,
    }));
    return against(hsts, {
      Resources: {
        Distribution: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: { DistributionConfig: { DefaultCacheBehavior, CacheBehaviors } },
        },
        Headers: {
          Type: 'AWS::CloudFront::ResponseHeadersPolicy',
          Properties: {
            ResponseHeadersPolicyConfig: {
              SecurityHeadersConfig: { StrictTransportSecurity: { AccessControlMaxAgeSec } },
            },
          },
        },
      },
    });
  }

  const OURS = { Ref: 'Headers' };
  const MANAGED = '67f7725c-6f97-4210-82d7-5512b31e9d03';
  it.each<[string, number, unknown[], number]>([
    ['a policy of one year', 31536000, [OURS], 0],
    ['a managed policy', 0, [MANAGED], 0],
    ['one for each behavior', 31536000, [OURS, MANAGED], 0],
    ['a policy of less', 31535999, [OURS], 1],
    ['none on a further behavior', 31536000, [OURS, undefined], 1],
    ['none', 31536000, [undefined], 1],
    ['a policy that is not there', 31536000, [{ Ref: 'Elsewhere' }], 1],
  ])('judges a distribution with %s', (_, age, ids, count) => {
    expect(distribution(age, ...ids)).toHaveLength(count);
  });
});
