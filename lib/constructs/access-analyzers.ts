import { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import { Construct } from 'constructs';

/** Properties of {@link AccessAnalyzers}. */
export interface AccessAnalyzersProps {
  /** `manage` makes the analyzer of external access, `adopt` relies on the one that the region has. */
  readonly external: 'manage' | 'adopt';

  /** `manage` makes the analyzer of unused access, `adopt` relies on the one that the account has. */
  readonly unused: 'manage' | 'adopt';

  /** Days without use after which access is a finding. */
  readonly unusedAccessDays: number;
}

/**
 * Finds what others than this account can reach, and access that nobody has used for a while.
 *
 * @see 45 CFR 164.308(a)(3)(ii)(C), 164.308(a)(4)(ii)(C), 164.312(a)(1)
 */
export class AccessAnalyzers extends Construct {
  constructor(scope: Construct, id: string, props: AccessAnalyzersProps) {
    super(scope, id);
    if (props.external === 'manage') new CfnAnalyzer(this, 'ExternalAccess', { type: 'ACCOUNT' });
    if (props.unused === 'manage') {
      new CfnAnalyzer(this, 'UnusedAccess', {
        type: 'ACCOUNT_UNUSED_ACCESS',
        analyzerConfiguration: {
          unusedAccessConfiguration: { unusedAccessAge: props.unusedAccessDays },
        },
      });
    }
  }
}
