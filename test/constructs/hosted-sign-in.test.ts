import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { HostedSignIn } from '../../lib/constructs/hosted-sign-in';
import { StaffPool } from '../../lib/constructs/staff-pool';
import { testStack } from '../support/test-stack';

const stack = testStack();
const { userPoolId } = new StaffPool(stack, 'Staff', {
  roles: ['physician', 'patient'],
  removalPolicy: RemovalPolicy.RETAIN,
});
const signIn = new HostedSignIn(stack, 'SignIn', { userPoolId, origin: 'https://records.clinic.org' });
const template = Template.fromStack(stack);

describe('StaffPool', () => {
  it('lets in whom an administrator added, with a long password and a code of an authenticator', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      Policies: {
        PasswordPolicy: {
          MinimumLength: 14,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          PasswordHistorySize: 24,
          TemporaryPasswordValidityDays: 1,
        },
      },
    });
  });

  it('is watched by threat protection, and not deleted by accident', () => {
    template.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        UserPoolTier: 'PLUS',
        UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' },
        DeletionProtection: 'ACTIVE',
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      },
    });
    template.hasResourceProperties('AWS::Cognito::UserPoolRiskConfigurationAttachment', {
      ClientId: 'ALL',
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
      AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK' } } },
    });
  });

  it('sends nothing to telephones and remembers no device in the place of a code', () => {
    const [pool] = Object.values(template.findResources('AWS::Cognito::UserPool'));
    expect(pool?.Properties).not.toHaveProperty('SmsConfiguration');
    expect(pool?.Properties).not.toHaveProperty('DeviceConfiguration');
    template.resourceCountIs('AWS::IAM::Role', 0);
  });

  it('has a group for each role', () => {
    const groups = Object.values(template.findResources('AWS::Cognito::UserPoolGroup'));
    expect(groups.map(({ Properties }) => Properties.GroupName)).toEqual(['physician', 'patient']);
  });

  it('can mark a login that is nobody, which its owner cannot change', () => {
    const [pool] = Object.values(template.findResources('AWS::Cognito::UserPool'));
    expect(pool?.Properties.Schema).toContainEqual(expect.objectContaining({ Name: 'kind' }));
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ReadAttributes: ['custom:kind', 'email'],
      WriteAttributes: ['email'],
    });
  });
});

describe('HostedSignIn', () => {
  it('has one public client for the code flow, returning to one page', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://records.clinic.org/'],
      LogoutURLs: ['https://records.clinic.org/'],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
  });

  it('sends no password, renews nothing, and gives tokens of 15 minutes', () => {
    const [client] = Object.values(template.findResources('AWS::Cognito::UserPoolClient'));
    expect(client?.Properties).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
    });
    expect(client?.Properties).not.toHaveProperty('RefreshTokenRotation');
  });

  it('stands under a name that says nothing of the account, and has a style, without which nobody is answered', () => {
    const [domain] = Object.values(template.findResources('AWS::Cognito::UserPoolDomain'));
    expect(JSON.stringify(domain?.Properties.Domain)).toContain('AWS::StackId');
    expect(JSON.stringify(domain)).not.toContain('AccountId');
    expect(domain?.Properties.ManagedLoginVersion).toBe(2);
    template.hasResource('AWS::Cognito::ManagedLoginBranding', {
      Properties: { UseCognitoProvidedValues: true },
      DependsOn: [Match.stringLikeRegexp('^SignInDomain')],
    });
    expect(JSON.stringify(stack.resolve(signIn.origin))).toContain('amazoncognito.com');
  });

  it.each([
    ['us-east-1', '.auth.'],
    ['us-gov-west-1', '.auth-fips.'],
  ])('stands in %s where Cognito has it', (region, host) => {
    const { origin } = new HostedSignIn(new Stack(new App(), 'Stack', { env: { region } }), 'SignIn', {
      userPoolId: 'pool',
      origin: 'https://records.clinic.org',
    });
    expect(JSON.stringify(Stack.of(stack).resolve(origin))).toContain(host);
  });
});
