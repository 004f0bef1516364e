import { Aws } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** Where the evidence of cases stands in the archive. */
const EVIDENCE = 'incidents/*';

/**
 * Lets the matching roles of this account write, read and lock the evidence of cases in the archive, and nothing else there;
 * they can neither delete nor shorten anything. The roles come later than the bucket: only a pattern can name them.
 *
 * @see 45 CFR 164.316(b)(2)(i)
 */
export function receiveEvidence(bucket: Bucket, rolePattern: string): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'IncidentEvidence',
      principals: [new AnyPrincipal()],
      actions: ['s3:GetObject', 's3:GetObjectRetention', 's3:PutObject', 's3:PutObjectRetention'],
      resources: [bucket.arnForObjects(EVIDENCE)],
      conditions: {
        StringEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID },
        ArnLike: { 'aws:PrincipalArn': rolePattern },
      },
    }),
  );
}
