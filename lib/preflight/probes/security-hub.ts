import { DescribeHubCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
import { answered } from '../answered';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

const HUB: Singleton = {
  field: 'securityHub',
  what: 'Security Hub',
  types: ['AWS::SecurityHub::Hub'],
  adoptedAbsent: 'attention',
};

/** Security Hub: an account subscribes once in a region. @see 45 CFR 164.308(a)(1)(ii)(D) */
export const securityHubProbe = probe({
  id: 'security-hub',
  title: 'Security Hub',
  actions: ['securityhub:DescribeHub'],
  // Without a subscription the service refuses access, under another name than to those who may not ask.
  read: async (account, ask) =>
    await ask('securityhub:DescribeHub', () =>
      answered(
        account.client(SecurityHubClient).send(new DescribeHubCommand({})),
        'InvalidAccessException',
        'ResourceNotFoundException',
      ),
    ),
  judge: (hub, plan) => judgeSingleton(HUB, { ids: hub?.HubArn === undefined ? [] : [hub.HubArn] }, plan),
});
