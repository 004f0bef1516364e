import { Stack } from 'aws-cdk-lib';
import { CfnCustomDataIdentifier, CfnSession } from 'aws-cdk-lib/aws-macie';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { AccountSettings } from './account-settings';
import { MACIE_IDENTIFIERS } from './macie-identifiers';

/** Properties of a {@link MacieDiscovery}. */
export interface MacieDiscoveryProps {
  /** `manage` turns Macie on here, `adopt` uses the one that is on. */
  readonly session: 'manage' | 'adopt';

  /** Makes what CloudFormation has no resource for. */
  readonly settings: AccountSettings;

  /** The buckets that are meant to hold PHI. */
  readonly buckets: readonly IBucket[];

  readonly schedule: 'daily' | 'weekly' | 'monthly';

  /** Share of new objects that are read, in per cent. */
  readonly samplePercent: number;
}

/**
 * Macie, with identifiers of our own and a job over the buckets that hold PHI. It tells where what kind of data is, and
 * shows nobody a sample of it.
 *
 * @see 45 CFR 164.308(a)(1)(ii)(A), 164.308(a)(1)(ii)(D), 164.502(b)
 */
export class MacieDiscovery extends Construct {
  constructor(scope: Construct, id: string, props: MacieDiscoveryProps) {
    super(scope, id);
    const { stackName, account } = Stack.of(this);
    const session =
      props.session === 'manage'
        ? new CfnSession(this, 'Session', {
            status: 'ENABLED',
            findingPublishingFrequency: 'FIFTEEN_MINUTES',
          })
        : undefined;
    const identifiers = MACIE_IDENTIFIERS.map((row) => {
      const identifier = new CfnCustomDataIdentifier(this, row.name, {
        name: `${stackName}-${row.name}`,
        description: `HIPAA baseline: ${row.what}`,
        regex: row.regex,
        keywords: [...row.keywords],
        maximumMatchDistance: row.distance,
      });
      if (session !== undefined) identifier.addResourceDependency(session);
      return identifier;
    });
    const samples = props.settings.make('MacieSamples', {
      setting: 'macie-samples',
      mode: props.session,
      wanted: { Samples: 'DISABLED' },
    });
    const job = props.settings.make('MacieJob', {
      setting: 'macie-job',
      mode: 'manage',
      wanted: {
        Name: `${stackName}-phi`,
        AccountId: account,
        Buckets: props.buckets.map((bucket) => bucket.bucketName),
        CustomDataIdentifierIds: identifiers.map((identifier) => identifier.attrId),
        Schedule: props.schedule,
        SamplingPercentage: String(props.samplePercent),
      },
    });
    // Nothing is read before it is certain that nobody is shown samples of it.
    job.node.addDependency(samples);
    if (session !== undefined) samples.node.addDependency(session);
  }
}
