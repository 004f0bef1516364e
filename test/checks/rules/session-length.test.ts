import { sessionLength } from '../../../lib/checks/rules/session-length';
import { againstResource } from './subject';

const MINUTES = { AccessToken: 'minutes', IdToken: 'minutes' };
const SHORT = {
  AccessTokenValidity: 15,
  IdTokenValidity: 15,
  TokenValidityUnits: MINUTES,
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
};

function client(properties: object): readonly string[] {
  return againstResource(sessionLength, 'AWS::Cognito::UserPoolClient', properties);
}

describe('Baseline-SessionLength', () => {
  it.each([
    [{}],
    [{ AccessTokenValidity: 5, IdTokenValidity: '10' }],
    [{ AccessTokenValidity: 900, TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'minutes' } }],
    [{ RefreshTokenRotation: { Feature: 'DISABLED' } }],
  ])('accepts a client with tokens of 15 minutes and no refresh flow: %j', (properties) => {
    expect(client({ ...SHORT, ...properties })).toEqual([]);
  });

  it.each([
    [
      { AccessTokenValidity: 16 },
      'AccessTokenValidity must be at most 15 minutes, got: 16. Its unit: minutes.',
    ],
    [{ IdTokenValidity: 60 }, 'IdTokenValidity must be at most 15 minutes, got: 60. Its unit: minutes.'],
    [{ AccessTokenValidity: undefined }, 'got: none. The default is one hour.'],
    [
      { TokenValidityUnits: { AccessToken: 'minutes' } },
      'IdTokenValidity must be at most 15 minutes, got: 15. Its unit: hours.',
    ],
    [{ TokenValidityUnits: { ...MINUTES, AccessToken: 'days' } }, 'Its unit: days.'],
    [{ TokenValidityUnits: { ...MINUTES, AccessToken: { Ref: 'Unit' } } }, 'Its unit: not known.'],
    [{ AccessTokenValidity: { Ref: 'Validity' } }, 'does not decide'],
    [
      { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
      'leave out ALLOW_REFRESH_TOKEN_AUTH',
    ],
    [{ ExplicitAuthFlows: undefined }, 'leave out ALLOW_REFRESH_TOKEN_AUTH'],
    [{ ExplicitAuthFlows: [] }, 'leave out ALLOW_REFRESH_TOKEN_AUTH'],
    [{ ExplicitAuthFlows: ['USER_PASSWORD_AUTH'] }, 'leave out ALLOW_REFRESH_TOKEN_AUTH'],
    [{ ExplicitAuthFlows: { Ref: 'Flows' } }, 'leave out ALLOW_REFRESH_TOKEN_AUTH'],
    [{ RefreshTokenRotation: { Feature: 'ENABLED' } }, 'refresh tokens outlive the session'],
  ])('refuses a client with %j', (properties, message) => {
    expect(client({ ...SHORT, ...properties })).toEqual([expect.stringContaining(message)]);
  });

  it('refuses a client that leaves everything at its default', () => {
    expect(client({})).toHaveLength(3);
  });

  const cognito = (SessionTimeout?: unknown) => ({
    Type: 'authenticate-cognito',
    AuthenticateCognitoConfig: { SessionTimeout },
  });
  it.each([
    [cognito(900), 0],
    [cognito('900'), 0],
    [cognito(901), 1],
    [cognito(), 1],
    [cognito({ Ref: 'Timeout' }), 1],
    [{ Type: 'authenticate-oidc', AuthenticateOidcConfig: { SessionTimeout: 604_800 } }, 1],
    [{ Type: 'authenticate-oidc', AuthenticateOidcConfig: { SessionTimeout: 60 } }, 0],
    [{ Type: 'forward' }, 0],
  ])('judges a load balancer that signs people in: %j', (action, count) => {
    const elb = 'AWS::ElasticLoadBalancingV2::';
    const forward = { Type: 'forward' };
    expect(
      againstResource(sessionLength, `${elb}Listener`, { DefaultActions: [action, forward] }),
    ).toHaveLength(count);
    expect(againstResource(sessionLength, `${elb}ListenerRule`, { Actions: [action, forward] })).toHaveLength(
      count,
    );
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(sessionLength, 'AWS::Cognito::UserPool', {})).toEqual([]);
  });
});
