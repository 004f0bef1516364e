import { userPoolMfa } from '../../../lib/checks/rules/user-pool-mfa';
import { againstResource } from './subject';

const POOL = 'AWS::Cognito::UserPool';
const CLOSED = { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } };

describe('Baseline-UserPoolMfa', () => {
  it('accepts a pool that requires a second factor and is closed', () => {
    expect(againstResource(userPoolMfa, POOL, { MfaConfiguration: 'ON', ...CLOSED })).toEqual([]);
  });

  it.each([['OPTIONAL'], ['OFF'], [undefined], [{ Ref: 'Mfa' }]])('refuses MFA %j', (MfaConfiguration) => {
    expect(againstResource(userPoolMfa, POOL, { MfaConfiguration, ...CLOSED })).toEqual([
      expect.stringContaining('MfaConfiguration must be ON, got:'),
    ]);
  });

  it.each([
    [{}],
    [{ AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } }],
    [{ AdminCreateUserConfig: {} }],
  ])('refuses self sign-up: %j', (config) => {
    expect(againstResource(userPoolMfa, POOL, { MfaConfiguration: 'ON', ...config })).toEqual([
      expect.stringContaining('AllowAdminCreateUserOnly must be true'),
    ]);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(userPoolMfa, 'AWS::Cognito::IdentityPool', {})).toEqual([]);
  });
});
