import { at } from '../event/json';
import { flagOf } from '../event/values';
import { turnsToReview, watched } from '../judge/call-judges';
import { isWord } from '../judge/value-tests';
import { review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Credentials, secrets, and who vouches for identities. */
export const CREDENTIAL_SIGNALS: readonly CallRow[] = [
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
      'ds:ResetUserPassword': watched,
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
