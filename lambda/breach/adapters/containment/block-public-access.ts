import {
  DeletePublicAccessBlockCommand,
  GetPublicAccessBlockCommand,
  type PublicAccessBlockConfiguration,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { JsonObject } from '../../../shared/audit-chain/json-value';
import { type ContainmentAction, targetOf } from './containment-action';

const BUCKET = /^(?:arn:aws[a-z-]*:s3:::)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/;

const SWITCHES = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

const CLOSED = Object.fromEntries(SWITCHES.map((name) => [name, true]));

/** Blocks public access to one bucket. Undoing it puts back the switches that were there. */
export function blockPublicAccess(client: Pick<S3Client, 'send'>): ContainmentAction {
  return {
    observe: async (target) => {
      const found = await current(client, bucketOf(target));
      const open = SWITCHES.filter((name) => found?.[name] !== true);
      return {
        before: { block: found === undefined ? null : switchesOf(found) },
        changes: open.map((name) => `${name} is switched on`),
      };
    },
    apply: async (target) => {
      await put(client, bucketOf(target), CLOSED);
    },
    undo: async (target, before) => {
      const bucket = bucketOf(target);
      const block = before.block;
      if (block === null) {
        await client.send(new DeletePublicAccessBlockCommand({ Bucket: bucket }));
        return;
      }
      await put(client, bucket, readSwitches(block));
    },
  };
}

function bucketOf(target: string): string {
  return targetOf(target, BUCKET, 'a bucket, by name or ARN');
}

async function current(
  client: Pick<S3Client, 'send'>,
  bucket: string,
): Promise<PublicAccessBlockConfiguration | undefined> {
  try {
    return (await client.send(new GetPublicAccessBlockCommand({ Bucket: bucket })))
      .PublicAccessBlockConfiguration;
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchPublicAccessBlockConfiguration') {
      return undefined;
    }
    throw error;
  }
}

async function put(
  client: Pick<S3Client, 'send'>,
  bucket: string,
  block: PublicAccessBlockConfiguration,
): Promise<void> {
  await client.send(
    new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration: block }),
  );
}

function switchesOf(block: PublicAccessBlockConfiguration): JsonObject {
  return Object.fromEntries(SWITCHES.map((name) => [name, block[name] === true]));
}

function readSwitches(block: unknown): PublicAccessBlockConfiguration {
  if (typeof block !== 'object' || block === null) {
    throw new RangeError("'block' of the evidence must be an object, got: something else");
  }
  const held = new Map(Object.entries(block));
  return Object.fromEntries(SWITCHES.map((name) => [name, held.get(name) === true]));
}
