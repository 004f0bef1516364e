import type { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucketRef } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct, type IConstruct } from 'constructs';
import { acknowledge } from '../checks/acknowledge';
import { YEARLY_REVIEW } from '../checks/acknowledgement-review';
import { decoyNames } from './decoy-names';
import { SecureBucket } from './secure-bucket';

/** Properties of {@link Decoys}. */
export interface DecoysProps {
  /** Part of the decoys' names. */
  readonly environmentName: string;

  /** The key that PHI is under: a decoy under another one would be known for one. */
  readonly key: IKey;

  /** The region's bucket for server access logs. */
  readonly accessLogs: IBucketRef;

  /** What happens to the decoys when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * A bucket, a secret and a table that nobody has a reason to touch: whoever does is an intruder, or somebody who looks
 * for what is none of their business. They hold nothing, and nothing can be put into the bucket.
 *
 * @see docs/decisions/0024-decoys.md
 * @see 45 CFR 164.308(a)(1)(ii)(D), 164.308(a)(6)(ii)
 */
export class Decoys extends Construct {
  /** What triage takes for a decoy: names and ARNs, some of them known only once they are deployed. */
  readonly names: readonly string[];

  readonly bucketName: string;
  readonly tableName: string;
  readonly secretName: string;

  constructor(scope: Construct, id: string, props: DecoysProps) {
    super(scope, id);
    const names = decoyNames(props.environmentName);
    this.renderBucket(names.bucket, props);
    this.renderTable(names.table, props);
    const secret = this.renderSecret(names.secret, props);
    this.bucketName = names.bucket;
    this.tableName = names.table;
    this.secretName = names.secret;
    this.names = [names.bucket, names.table, names.secret, secret.secretArn];
  }

  private renderBucket(bucketName: string, { key, accessLogs, removalPolicy }: DecoysProps): void {
    const bucket = new SecureBucket(this, 'Exports', {
      bucketName,
      key,
      accessLogs,
      removalPolicy,
    });
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'StaysEmpty',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects('*')],
      }),
    );
    acknowledgeDecoy(bucket, 'HIPAA.Security-S3BucketReplicationEnabled', '164.308(a)(7)(ii)(A)');
  }

  private renderTable(tableName: string, { key, removalPolicy }: DecoysProps): void {
    const table = new Table(this, 'Index', {
      tableName,
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy,
    });
    acknowledgeDecoy(table, 'HIPAA.Security-DynamoDBInBackupPlan', '164.308(a)(7)(ii)(A)');
  }

  private renderSecret(secretName: string, { key, removalPolicy }: DecoysProps): Secret {
    const secret = new Secret(this, 'PatientDatabaseLogin', {
      secretName,
      description: 'Login of the patient database',
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: '{"username":"patient_admin"}',
        generateStringKey: 'password',
        excludePunctuation: true,
        passwordLength: 32,
      },
      removalPolicy,
    });
    acknowledgeDecoy(secret, 'HIPAA.Security-SecretsManagerRotationEnabled', '164.308(a)(4)(ii)(B)');
    acknowledgeDecoy(secret, 'AwsSolutions-SMG4', '164.308(a)(4)(ii)(B)');
    return secret;
  }
}

function acknowledgeDecoy(decoy: IConstruct, rule: string, citation: string): void {
  acknowledge(decoy, {
    rule,
    kind: 'decoy',
    reason:
      'It holds nothing and opens nothing: there is nothing to lose or to renew, and whatever touched it regularly would raise an incident each time.',
    ...YEARLY_REVIEW,
    citation,
  });
}
