/** A way of reaching people that is commonly covered by no business associate agreement. */
export interface UncoveredChannel {
  readonly id: 'consumer-mail' | 'chat' | 'plain-sms' | 'mobile-push';
  readonly name: string;
  /** Domains of mail addresses. @default none */
  readonly mailDomains?: readonly string[];
  /** Hosts of web addresses. @default none */
  readonly hosts?: readonly string[];
  /** Protocols of a subscription. @default none */
  readonly protocols?: readonly string[];
  /** Whether a paid tier with an agreement exists, so that the operator's register may say otherwise. */
  readonly coverable: boolean;
  readonly reason: string;
}

/** When the channels were last looked up, `YYYY-MM-DD`. */
export const UNCOVERED_CHANNELS_AS_OF = '2026-11-21';

/**
 * Channels that PHI may not take; an alert without PHI may, and the report says so.
 *
 * @see 45 CFR 164.308(b)(1), 164.312(e)(1)
 */
export const UNCOVERED_CHANNELS: readonly UncoveredChannel[] = [
  {
    id: 'consumer-mail',
    name: 'consumer mail',
    mailDomains: [
      'gmail.com',
      'googlemail.com',
      'outlook.com',
      'hotmail.com',
      'live.com',
      'msn.com',
      'yahoo.com',
      'ymail.com',
      'aol.com',
      'icloud.com',
      'me.com',
      'mac.com',
      'proton.me',
      'protonmail.com',
      'gmx.com',
      'mail.com',
      'zoho.com',
      'comcast.net',
      'verizon.net',
      'att.net',
    ],
    coverable: false,
    reason: 'agreements are for business accounts under a domain of their own',
  },
  {
    id: 'chat',
    name: 'chat in a tier without an agreement',
    hosts: [
      'slack.com',
      'discord.com',
      'discordapp.com',
      'telegram.org',
      'webhook.office.com',
      'outlook.office.com',
      'api.powerplatform.com',
      'chat.googleapis.com',
      'webexapis.com',
    ],
    coverable: true,
    reason: 'free tiers have no agreement; some paid tiers do, and then the register says so',
  },
  {
    id: 'plain-sms',
    name: 'plain SMS',
    protocols: ['sms'],
    coverable: false,
    reason: 'messages cross the networks of carriers in the clear, and no agreement binds those',
  },
  {
    id: 'mobile-push',
    name: 'mobile push',
    protocols: ['application'],
    coverable: false,
    reason: 'messages pass through the push services of Apple and Google, which offer no agreement for them',
  },
];
