import type { TriageOptions } from '../../../../../lambda/breach/domain/triage/options';
import { triageEvent } from '../../../../../lambda/breach/domain/triage/triage-event';
import { allow, call, eventOf, OWN, PARTNER, STRANGER } from './events';

const put = (bucketPolicy: unknown, options?: TriageOptions): string =>
  triageEvent(eventOf(call('s3:PutBucketPolicy', { bucketName: 'b', bucketPolicy })), options).verdict;

const trust = (policyDocument: unknown): string =>
  triageEvent(eventOf(call('iam:UpdateAssumeRolePolicy', { roleName: 'r', policyDocument }))).verdict;

describe('who a policy lets in', () => {
  test.each([
    ['everyone', '*'],
    ['everyone, as AWS', { AWS: '*' }],
    ['everyone in a list', { AWS: [OWN, '*'] }],
    ['another account', { AWS: STRANGER }],
    ['a role of another account', { AWS: `arn:aws:iam::${STRANGER}:role/x` }],
    ['a user of another account in GovCloud', { AWS: `arn:aws-us-gov:iam::${STRANGER}:user/x` }],
    ['every account by wildcard', { AWS: 'arn:aws:iam::*:root' }],
    ['every service', { Service: '*' }],
  ])('is an incident for %s', (_, principal) => {
    expect(put(allow(principal))).toBe('incident');
  });

  test.each([
    ['our account', { AWS: OWN }],
    ['a role of ours', { AWS: `arn:aws:iam::${OWN}:role/x` }],
    ['a service without a source', { Service: 'logging.s3.amazonaws.com' }],
    ['a canonical user', { CanonicalUser: 'f'.repeat(64) }],
    [
      'an origin access identity',
      { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity EXAMPLE' },
    ],
    ['a deleted principal', { AWS: 'AIDAEXAMPLEEXAMPLE' }],
  ])('is reviewed for %s', (_, principal) => {
    expect(put(allow(principal))).toBe('review');
  });

  it('is an incident for everyone but a few', () => {
    expect(
      put({ Statement: { Effect: 'Allow', NotPrincipal: { AWS: OWN }, Action: '*', Resource: '*' } }),
    ).toBe('incident');
  });

  it('is an incident when one statement of many opens', () => {
    const { Statement: one } = allow({ AWS: OWN });
    const { Statement: two } = allow('*');
    expect(put({ Statement: [...(one as unknown[]), ...(two as unknown[])] })).toBe('incident');
  });

  it('lets load balancers write logs from accounts of AWS, and nothing else', () => {
    const delivery = { AWS: 'arn:aws:iam::127311923021:root' };
    expect(put(allow(delivery, undefined, 's3:PutObject'))).toBe('review');
    expect(put(allow(delivery, undefined, 's3:GetObject'))).toBe('incident');
  });

  it('is reviewed for an account that is listed as ours', () => {
    expect(put(allow({ AWS: PARTNER }), { trustedAccounts: [PARTNER] })).toBe('review');
    expect(put(allow({ AWS: PARTNER }))).toBe('incident');
  });

  it('reads a policy as an object, as JSON and percent-encoded', () => {
    const json = JSON.stringify(allow('*'));
    expect([put(allow('*')), put(json), put(encodeURIComponent(json)), put(` ${json}`)]).toEqual(
      Array(4).fill('incident'),
    );
  });

  it('ignores the casing of names', () => {
    expect(put({ statement: [{ effect: 'allow', principal: { aws: '*' }, action: '*' }] })).toBe('incident');
  });
});

describe('conditions on everyone', () => {
  const under = (condition: unknown, options?: TriageOptions): string => put(allow('*', condition), options);

  test.each([
    ['our account as source', { StringEquals: { 'aws:SourceAccount': OWN } }],
    ['our account as principal', { StringEquals: { 'AWS:PrincipalAccount': [OWN] } }],
    ['an organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } }],
    ['an endpoint', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }],
    ['a few addresses', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
    ['a named bucket as source', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::named' } }],
    ['our topic as source', { ArnEquals: { 'aws:SourceArn': `arn:aws:sns:us-east-1:${OWN}:t` } }],
    [
      'one of several operators',
      { StringNotEquals: { 'aws:PrincipalTag/x': 'y' }, StringEquals: { 'aws:SourceVpc': 'vpc-1' } },
    ],
    ['mount targets', { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } }],
  ])('leave nobody outside: %s', (_, condition) => {
    expect(under(condition)).toBe('review');
  });

  test.each([
    ['another account', { StringEquals: { 'aws:SourceAccount': STRANGER } }],
    ['ours and another account', { StringEquals: { 'aws:PrincipalAccount': [OWN, STRANGER] } }],
    ['any organization', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }],
    ['every address', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }],
    ['every address in halves', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }],
    ['a few addresses or every one', { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '::/0'] } }],
    ['an opposite that names a network', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }],
    ['an opposite that names addresses', { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
    ['an opposite that names us', { StringNotLike: { 'aws:PrincipalAccount': OWN } }],
    ['an opposite', { StringNotEquals: { 'aws:PrincipalAccount': STRANGER } }],
    ['a condition that may be absent', { StringEqualsIfExists: { 'aws:SourceAccount': OWN } }],
    [
      'a condition on all values of none',
      { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-example/r' } },
    ],
    ['a key that tells nothing of the caller', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['a wildcard as source', { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } }],
    ['any bucket as source', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } }],
    [
      'the service that calls for anybody',
      { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    ],
  ])('leave everyone or a stranger: %s', (_, condition) => {
    expect(under(condition)).toBe('incident');
  });

  it('knows our organization', () => {
    const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } };
    expect(
      triageEvent(
        eventOf(call('s3:PutBucketPolicy', { bucketName: 'b', bucketPolicy: allow('*', condition) })),
        { trustedOrganizations: ['o-example'] },
      ).reasons[0],
    ).toContain('Principal');
    expect(under(condition, { trustedOrganizations: ['o-example'] })).toBe('review');
  });

  it('is an incident for a service on behalf of another account', () => {
    expect(
      put(allow({ Service: 'sns.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': STRANGER } })),
    ).toBe('incident');
    expect(put(allow({ Service: 'sns.amazonaws.com' }, { StringEquals: { 'aws:SourceAccount': OWN } }))).toBe(
      'review',
    );
  });
});

describe('trust in identity providers', () => {
  const github = `arn:aws:iam::${OWN}:oidc-provider/token.actions.githubusercontent.com`;
  const subject = (value: string): object => ({
    StringLike: { 'token.actions.githubusercontent.com:sub': value },
  });

  test.each([
    ['a shared issuer without a subject', { Federated: github }, undefined],
    ['a shared issuer with any subject', { Federated: github }, subject('*')],
    ['a shared issuer with any repository', { Federated: github }, subject('repo:*')],
    ['a social provider without an audience', { Federated: 'accounts.google.com' }, undefined],
    ['a provider of another account', { Federated: `arn:aws:iam::${STRANGER}:saml-provider/x` }, undefined],
  ])('is an incident for %s', (_, principal, condition) => {
    expect(trust(allow(principal, condition))).toBe('incident');
  });

  test.each([
    ['a shared issuer with a subject', { Federated: github }, subject('repo:example/project:*')],
    ['our identity provider', { Federated: `arn:aws:iam::${OWN}:saml-provider/x` }, undefined],
    [
      'a social provider with an audience',
      { Federated: 'cognito-identity.amazonaws.com' },
      { StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:x' } },
    ],
    ['a service, which a role needs no source for', { Service: 'lambda.amazonaws.com' }, undefined],
  ])('is reviewed for %s', (_, principal, condition) => {
    expect(trust(allow(principal, condition))).toBe('review');
  });
});
