import { SslPolicy } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { oldestTlsVersion, tlsPolicyProblem } from '../../../lib/checks/rules/tls-policies';

describe('oldestTlsVersion', () => {
  it.each(Object.values(SslPolicy))('knows %s, which the CDK offers', (policy) => {
    expect(oldestTlsVersion(policy)).toMatch(/^TLS 1\.[0-3]$/);
  });

  it.each([
    ['ELBSecurityPolicy-TLS13-1-3-2021-06', 'TLS 1.3'],
    ['ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09', 'TLS 1.2'],
    ['ELBSecurityPolicy-TLS13-1-1-2021-06', 'TLS 1.1'],
    ['ELBSecurityPolicy-TLS13-1-0-2021-06', 'TLS 1.0'],
    ['ELBSecurityPolicy-2016-08', 'TLS 1.0'],
    ['ELBSecurityPolicy-FS-2018-06', 'TLS 1.0'],
    ['TLSv1.2_2021', 'TLS 1.2'],
    ['SecurityPolicy_TLS13_1_3_2025_09', 'TLS 1.3'],
    ['Policy-Min-TLS-1-0-2019-07', 'TLS 1.0'],
    ['ELBSecurityPolicy-Imaginary', undefined],
    [{ Ref: 'Policy' }, undefined],
  ])('says of %j: %s', (policy, version) => {
    expect(oldestTlsVersion(policy)).toBe(version);
  });
});

describe('tlsPolicyProblem', () => {
  it('finds none in TLS 1.2 and later', () => {
    expect(tlsPolicyProblem('SslPolicy', 'ELBSecurityPolicy-TLS-1-2-2017-01')).toBeUndefined();
    expect(tlsPolicyProblem('SslPolicy', 'ELBSecurityPolicy-TLS13-1-3-2021-06')).toBeUndefined();
  });

  it.each([
    ['ELBSecurityPolicy-TLS-1-1-2017-01', "got: 'ELBSecurityPolicy-TLS-1-1-2017-01'. It allows TLS 1.1."],
    ['SSLv3', 'It allows SSL 3.0.'],
    ['ELBSecurityPolicy-Imaginary', 'No policy of this name is known.'],
    [undefined, 'got: none.'],
    [{ Ref: 'Policy' }, 'which the template does not decide.'],
  ])('says what is wrong with %j', (policy, message) => {
    expect(tlsPolicyProblem('SslPolicy', policy)).toContain(message);
  });
});
