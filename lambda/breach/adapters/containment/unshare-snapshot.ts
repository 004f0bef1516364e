import {
  DescribeDBSnapshotAttributesCommand,
  ModifyDBSnapshotAttributeCommand,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { type ContainmentAction, targetOf, textsOf } from './containment-action';

const SNAPSHOT =
  /^(?:arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:snapshot:)?((?:rds:|awsbackup:)?[A-Za-z][A-Za-z0-9-]{0,254})$/;

/** The attribute that lists who may restore a snapshot; `all` is everybody. */
const RESTORE = 'restore';

/** Takes a snapshot of a database from every account that it is shared with. Undoing it shares it with them again. */
export function unshareSnapshot(client: Pick<RDSClient, 'send'>): ContainmentAction {
  return {
    observe: async (target) => {
      const sharedWith = await recipients(client, snapshotOf(target));
      return {
        before: { sharedWith },
        changes: sharedWith.map((account) =>
          account === 'all'
            ? 'the public may no longer restore it'
            : `account ${account} may no longer restore it`,
        ),
      };
    },
    apply: async (target) => {
      const snapshot = snapshotOf(target);
      const sharedWith = await recipients(client, snapshot);
      if (sharedWith.length > 0) {
        await modify(client, snapshot, { ValuesToRemove: sharedWith });
      }
    },
    undo: async (target, before) => {
      const sharedWith = textsOf(before, 'sharedWith');
      if (sharedWith.length > 0) {
        await modify(client, snapshotOf(target), { ValuesToAdd: sharedWith });
      }
    },
  };
}

function snapshotOf(target: string): string {
  return targetOf(target, SNAPSHOT, 'a snapshot of a database, by name or ARN');
}

async function recipients(client: Pick<RDSClient, 'send'>, snapshot: string): Promise<string[]> {
  const { DBSnapshotAttributesResult } = await client.send(
    new DescribeDBSnapshotAttributesCommand({ DBSnapshotIdentifier: snapshot }),
  );
  const attributes = DBSnapshotAttributesResult?.DBSnapshotAttributes ?? [];
  return attributes
    .filter((one) => one.AttributeName === RESTORE)
    .flatMap((one) => one.AttributeValues ?? []);
}

async function modify(
  client: Pick<RDSClient, 'send'>,
  snapshot: string,
  values: { readonly ValuesToAdd: string[] } | { readonly ValuesToRemove: string[] },
): Promise<void> {
  await client.send(
    new ModifyDBSnapshotAttributeCommand({
      DBSnapshotIdentifier: snapshot,
      AttributeName: RESTORE,
      ...values,
    }),
  );
}
