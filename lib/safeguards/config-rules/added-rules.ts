import { OPEN_ADMINISTRATION } from '../citation-sets';
import type { ConfigRule } from './config-rule';

/**
 * Managed rules that neither AWS's pack nor cdk-nag asks for in this form. They are ours: no status of the catalogue rests on them.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const ADDED_CONFIG_RULES: readonly ConfigRule[] = [
  {
    // restricted-common-ports has room for five ports and AWS filled them; the fifth is given because AWS Config presets none.
    name: 'restricted-database-ports',
    identifier: 'RESTRICTED_INCOMING_TRAFFIC',
    primary: '164.312(a)(1)',
    citations: OPEN_ADMINISTRATION,
    citationSource: 'ours',
    inAwsPack: false,
    parameters: {
      blockedPort1: 5432,
      blockedPort2: 1433,
      blockedPort3: 1521,
      blockedPort4: 5442,
      blockedPort5: 27017,
    },
    scope: ['AWS::EC2::SecurityGroup'],
  },
];
