import { at } from '../event/json';
import { flagOf, textOf } from '../event/values';
import { done, turns, turnsToReview, watched } from '../judge/call-judges';
import { isTrue, isWord } from '../judge/tests';
import { anyOf, incident, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Credentials, who vouches for identities, and signing in. */
export const CREDENTIAL_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'root-session-given',
      title: 'Somebody took root rights in an account',
      question: 'betray',
      severity: 'critical',
      citations: CITES.identity,
      firstStep: 'Find out who asked for the root session and why, then read what it did.',
    },
    { 'sts:AssumeRoot': done },
  ),
  callRow(
    {
      id: 'sign-in-without-mfa',
      title: 'Somebody signed in without a second factor',
      question: 'betray',
      severity: 'high',
      citations: CITES.identity,
      firstStep: 'Ask the person on another channel, end the session, and require a second factor.',
    },
    {
      'signin:ConsoleLogin': (call) => {
        if (call.actor.kind !== 'iam-user' && call.actor.kind !== 'root') {
          return undefined;
        }
        const used = textOf(at(call.detail, 'additionalEventData.MFAUsed'))?.toLowerCase();
        if (used === undefined) {
          return review('additionalEventData.MFAUsed is absent');
        }
        return used === 'yes' ? undefined : incident('additionalEventData.MFAUsed is No');
      },
    },
  ),
  callRow(
    {
      id: 'mfa-not-demanded',
      title: 'A second factor is no longer demanded',
      question: 'betray',
      severity: 'high',
      citations: CITES.identity,
      firstStep: 'Demand it again, then look at who signed in without one.',
    },
    {
      ...each('cognito-idp', ['SetUserPoolMfaConfig', 'UpdateUserPool', 'CreateUserPool'], (call) =>
        call.name === 'CreateUserPool'
          ? turnsToReview(['mfaConfiguration'], isWord('OFF', 'OPTIONAL'))(call)
          : anyOf(
              turns(['mfaConfiguration'], isWord('OFF')),
              turnsToReview(['mfaConfiguration'], isWord('OPTIONAL')),
            )(call),
      ),
      ...each(
        'sso',
        ['UpdateMfaDeviceManagementForDirectory', 'UpdateSsoConfiguration', 'UpdateMfaConfiguration'],
        (call) =>
          turns(
            ['mfaMode', 'mfaConfiguration.mfaMode', 'ssoConfiguration.mfaMode', 'configuration.mfaMode'],
            isWord('DISABLED', 'OFF', 'NEVER', 'NONE'),
          )(call) ?? watched(call),
      ),
      'sso-directory:UpdateMfaDeviceManagementForDirectory': watched,
    },
  ),
  callRow(
    {
      id: 'identity-pool-opened',
      title: 'Guests who have signed in nowhere get credentials',
      question: 'expose',
      severity: 'high',
      citations: CITES.access,
      firstStep: 'Switch guest access off, then read what its role did.',
    },
    {
      ...each(
        'cognito-identity',
        ['CreateIdentityPool', 'UpdateIdentityPool'],
        turns(['allowUnauthenticatedIdentities'], isTrue),
      ),
      'cognito-identity:SetIdentityPoolRoles': watched,
    },
  ),
  callRow(
    {
      id: 'credential-created',
      title: 'A credential was made or changed',
      question: 'watch',
      severity: 'medium',
      citations: CITES.identity,
      firstStep: 'Ask its owner whether it is theirs.',
    },
    {
      ...each(
        'iam',
        [
          'CreateAccessKey',
          'CreateLoginProfile',
          'UpdateLoginProfile',
          'CreateServiceSpecificCredential',
          'ResetServiceSpecificCredential',
          'UploadSSHPublicKey',
          'UploadSigningCertificate',
        ],
        watched,
      ),
      'iam:UpdateAccessKey': turnsToReview(['status'], isWord('Active')),
      'sts:GetFederationToken': watched,
      ...each('redshift', ['GetClusterCredentials', 'GetClusterCredentialsWithIAM'], watched),
      'redshift-serverless:GetCredentials': watched,
      'transfer:ImportSshPublicKey': watched,
      ...each('ec2', ['CreateKeyPair', 'ImportKeyPair'], watched),
      'ssm:CreateActivation': watched,
      ...each(
        'iam',
        ['UpdateServiceSpecificCredential', 'UpdateSigningCertificate', 'UpdateSSHPublicKey'],
        turnsToReview(['status'], isWord('Active')),
      ),
      'appsync:CreateApiKey': watched,
      ...each(
        'lightsail',
        ['DownloadDefaultKeyPair', 'GetInstanceAccessDetails', 'CreateBucketAccessKey'],
        watched,
      ),
      ...each('cognito-idp', ['AdminSetUserPassword', 'AdminSetUserMFAPreference'], watched),
      ...each(
        'account',
        ['StartPrimaryEmailUpdate', 'AcceptPrimaryEmailUpdate', 'PutAlternateContact'],
        watched,
      ),
    },
  ),
  callRow(
    {
      id: 'trust-anchor-added',
      title: 'Somebody new vouches for identities',
      question: 'watch',
      severity: 'medium',
      citations: CITES.identity,
      firstStep: 'Check that the provider is ours, and which roles trust it.',
    },
    {
      ...each(
        'iam',
        [
          'CreateSAMLProvider',
          'UpdateSAMLProvider',
          'CreateOpenIDConnectProvider',
          'UpdateOpenIDConnectProviderThumbprint',
          'AddClientIDToOpenIDConnectProvider',
          'EnableOrganizationsRootSessions',
          'EnableOrganizationsRootCredentialsManagement',
          'DisableOrganizationsRootCredentialsManagement',
          'EnableOutboundWebIdentityFederation',
          'CreateDelegationRequest',
          'AcceptDelegationRequest',
          'SendDelegationToken',
        ],
        watched,
      ),
      ...each(
        'rolesanywhere',
        [
          'CreateTrustAnchor',
          'UpdateTrustAnchor',
          'EnableTrustAnchor',
          'CreateProfile',
          'UpdateProfile',
          'DeleteCrl',
          'DisableCrl',
        ],
        watched,
      ),
      ...each(
        'sso',
        [
          'AssociateDirectory',
          'DisassociateDirectory',
          'CreateInstance',
          'DeleteInstance',
          'CreateTrustedTokenIssuer',
          'EnableExternalIdPConfigurationForDirectory',
        ],
        watched,
      ),
      ...each(
        'sso-directory',
        [
          'EnableExternalIdPConfigurationForDirectory',
          'CreateExternalIdPConfigurationForDirectory',
          'UpdateExternalIdPCertificateForDirectory',
          'ImportExternalIdPCertificateForDirectory',
        ],
        watched,
      ),
      ...each('cognito-idp', ['CreateIdentityProvider', 'UpdateIdentityProvider'], watched),
      'ds:CreateTrust': watched,
    },
  ),
  callRow(
    {
      id: 'secret-read',
      title: 'A secret was read',
      question: 'watch',
      severity: 'low',
      citations: CITES.access,
      firstStep: 'Check that the identity is meant to read it.',
    },
    {
      ...each('secretsmanager', ['GetSecretValue', 'BatchGetSecretValue'], watched),
      ...each(
        'ssm',
        ['GetParameter', 'GetParameters', 'GetParametersByPath', 'GetParameterHistory'],
        (call) =>
          flagOf(at(call.request, 'withDecryption')) === true
            ? review('requestParameters.withDecryption is true')
            : undefined,
      ),
      'ec2:GetPasswordData': watched,
    },
  ),
];
