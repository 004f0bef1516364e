import {
  GetObjectCommand,
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  type ObjectVersion,
  PutObjectCommand,
  PutObjectRetentionCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Evidence, EvidenceArchive } from '../ports/evidence-archive';

/** How an object is locked: by nobody's leave, or by that of whoever may bypass it. */
export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

/** Keys of ours: ids, numbers and words. */
const KEY = /^incidents\/[A-Za-z0-9][A-Za-z0-9._/-]{0,500}$/;

/**
 * Evidence in a bucket with Object Lock.
 *
 * @see 45 CFR 164.316(b)(2)(i)
 */
export class S3EvidenceArchive implements EvidenceArchive {
  readonly #client: Pick<S3Client, 'send'>;
  readonly #bucket: string;
  readonly #lockMode: LockMode;

  constructor(client: Pick<S3Client, 'send'>, bucket: string, lockMode: LockMode) {
    this.#client = client;
    this.#bucket = bucket;
    this.#lockMode = lockMode;
  }

  async put({ key, body, contentType, retainUntil }: Evidence): Promise<void> {
    try {
      await this.#client.send(
        new PutObjectCommand({
          ...this.#object(key),
          Body: body,
          ContentType: contentType,
          ObjectLockMode: this.#lockMode,
          ObjectLockRetainUntilDate: startOf(retainUntil),
          // Object Lock asks for a checksum; S3 refuses what changed on the way.
          ChecksumAlgorithm: 'SHA256',
          IfNoneMatch: '*',
        }),
      );
    } catch (error) {
      if (!isThere(error)) {
        throw error;
      }
      if ((await this.get(key)) !== body) {
        throw new Error('evidence must never be replaced, got: another object under its key');
      }
      await this.extend(key, retainUntil);
    }
  }

  async get(key: string): Promise<string | undefined> {
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(this.#object(key)));
      return await Body?.transformToString('utf-8');
    } catch (error) {
      if (error instanceof NoSuchKey) {
        return undefined;
      }
      throw error;
    }
  }

  async extend(prefix: string, retainUntil: string): Promise<number> {
    let objects = 0;
    let page: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> | undefined;
    do {
      const answer: ListObjectVersionsCommandOutput = await this.#client.send(
        new ListObjectVersionsCommand({
          Bucket: this.#bucket,
          Prefix: this.#object(prefix).Key,
          ...(page !== undefined && {
            KeyMarker: page.NextKeyMarker,
            VersionIdMarker: page.NextVersionIdMarker,
          }),
        }),
      );
      for (const version of answer.Versions ?? []) {
        await this.#extendVersion(version, startOf(retainUntil));
        objects += 1;
      }
      page = answer.IsTruncated === true ? answer : undefined;
    } while (page !== undefined);
    return objects;
  }

  async #extendVersion({ Key, VersionId }: ObjectVersion, until: Date): Promise<void> {
    const version = { Bucket: this.#bucket, Key, VersionId };
    const { Retention } = await this.#client.send(new GetObjectRetentionCommand(version));
    if (Retention?.RetainUntilDate !== undefined && Retention.RetainUntilDate >= until) {
      return;
    }
    await this.#client.send(
      new PutObjectRetentionCommand({
        ...version,
        Retention: { Mode: Retention?.Mode ?? this.#lockMode, RetainUntilDate: until },
        ChecksumAlgorithm: 'SHA256',
      }),
    );
  }

  #object(key: string): { readonly Bucket: string; readonly Key: string } {
    if (!KEY.test(key)) {
      throw new RangeError("'key' must be a key of the case archive, got: another one");
    }
    return { Bucket: this.#bucket, Key: key };
  }
}

/** Locked until that day begins: the first day on which it may go. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

function isThere(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'PreconditionFailed' || error.name === 'ConditionalRequestConflict')
  );
}
