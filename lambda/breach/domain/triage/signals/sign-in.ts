import { at } from '../event/json';
import { textOf } from '../event/values';
import { done, turns, turnsToReview, watched } from '../judge/call-judges';
import { isTrue, isWord } from '../judge/value-tests';
import { anyOf, incident, review } from '../judgement';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Signing in, and what proves who somebody is. */
export const SIGN_IN_SIGNALS: readonly CallRow[] = [
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
];
