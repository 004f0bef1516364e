import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { EnvironmentConfig } from '../config/schema';

/** What all functions of the path have in common. */
export interface PathFunctionProps {
  readonly environment: EnvironmentConfig;
  readonly vpc: IVpc;

  /** Subnets without a way out; what the code calls needs an endpoint there. */
  readonly subnets: SubnetSelection;

  /** The alerts key: of environments, queues and topics. */
  readonly alertsKey: IKey;

  /** The key of the logs. */
  readonly auditKey: IKey;
  readonly removalPolicy: RemovalPolicy;
}

/** How much a function of the path gets. */
interface Size {
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  readonly concurrency: number;
}

/** The properties of a function of the path. Its log holds codes, ids and numbers alone. */
export function pathFunction(props: PathFunctionProps, { memoryMiB, timeoutSeconds, concurrency }: Size) {
  const { environment, vpc, subnets, alertsKey, auditKey, removalPolicy } = props;
  return {
    vpc,
    subnets,
    key: alertsKey,
    logKey: auditKey,
    logRetentionDays: environment.retention.applicationLogDays,
    logKind: 'phi-store',
    memoryMiB,
    timeout: Duration.seconds(timeoutSeconds),
    reservedConcurrency: environment.functions.concurrency === 'reserve' ? concurrency : undefined,
    removalPolicy,
  } as const;
}
