import { EC2Client } from '@aws-sdk/client-ec2';
import { IAMClient } from '@aws-sdk/client-iam';
import { Macie2Client } from '@aws-sdk/client-macie2';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SSMClient } from '@aws-sdk/client-ssm';

/** The services whose settings are made here. */
export interface Clients {
  readonly ec2: EC2Client;
  readonly iam: IAMClient;
  readonly macie: Macie2Client;
  readonly s3: S3ControlClient;
  readonly ssm: SSMClient;
}

/** One client for each service, for the account and region that the function runs in. */
export function createClients(): Clients {
  return {
    ec2: new EC2Client({}),
    iam: new IAMClient({}),
    macie: new Macie2Client({}),
    s3: new S3ControlClient({}),
    ssm: new SSMClient({}),
  };
}
