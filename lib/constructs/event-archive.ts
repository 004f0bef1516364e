import { Aws } from 'aws-cdk-lib';
import { CfnArchive } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { PATH_SOURCE } from '../../lambda/breach/domain/register/path-message';

/** How long events can be replayed, in days: shorter than the register remembers that it took them in. */
const REPLAY_DAYS = 90;

/**
 * What came over the bus, to be replayed into the path after a fault: what was taken in before changes nothing. Events that
 * were replayed are not archived again.
 *
 * @see 45 CFR 164.308(a)(7)(ii)(B)
 */
export class EventArchive extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new CfnArchive(this, 'Archive', {
      description: 'Security events of the last months, to be replayed',
      sourceArn: `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:event-bus/default`,
      eventPattern: { source: [{ prefix: 'aws.' }, PATH_SOURCE], 'replay-name': [{ exists: false }] },
      retentionDays: REPLAY_DAYS,
    });
  }
}
