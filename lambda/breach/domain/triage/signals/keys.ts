import { done, watched } from '../judge/call-judges';
import { judgeGrantee } from '../judge/grantee';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** AWS KMS: without the key the data is gone, with it the encryption is worth nothing. */
export const KEY_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'key-disabled',
      title: 'An encryption key was disabled or is on its way to deletion',
      question: 'destroy',
      severity: 'critical',
      citations: CITES.keys,
      firstStep: 'Cancel the deletion and enable the key: with it goes everything it encrypts.',
    },
    {
      ...each(
        'kms',
        [
          'DisableKey',
          'ScheduleKeyDeletion',
          'DeleteKey',
          'DeleteImportedKeyMaterial',
          'DeleteExpiredKeyMaterial',
          'DisconnectCustomKeyStore',
          'DeleteCustomKeyStore',
        ],
        done,
      ),
      ...each('cloudhsm', ['DeleteCluster', 'DeleteHsm'], done),
      ...each('payment-cryptography', ['DeleteKey', 'StopKeyUsage'], done),
    },
  ),
  callRow(
    {
      id: 'key-granted',
      title: 'Another account may use an encryption key',
      question: 'expose',
      severity: 'critical',
      citations: CITES.keys,
      firstStep: 'Revoke the grant, then read what was decrypted with it.',
    },
    { 'kms:CreateGrant': judgeGrantee },
  ),
  callRow(
    {
      id: 'key-setting-changed',
      title: 'How an encryption key is kept or named was changed',
      question: 'watch',
      severity: 'low',
      citations: CITES.keys,
      firstStep: 'Compare the key and its aliases with what the configuration says.',
    },
    each(
      'kms',
      [
        'DisableKeyRotation',
        'UpdateAlias',
        'DeleteAlias',
        'UpdatePrimaryRegion',
        'ImportKeyMaterial',
        'UpdateCustomKeyStore',
      ],
      watched,
    ),
  ),
];
