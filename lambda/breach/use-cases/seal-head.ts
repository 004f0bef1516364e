import { canonicalJson } from '../../shared/audit-chain/canonical-json';
import type { HeadSigner } from '../../shared/head-signing/head-signer';
import type { Incident } from '../domain/incident/incident';
import type { EvidenceArchive } from '../ports/evidence-archive';
import { headKey } from './evidence-keys';

/** What sealing needs. */
export interface SealDependencies {
  readonly archive: EvidenceArchive;
  readonly signer: HeadSigner;
}

/**
 * Signs how far a case's timeline has got and locks that away: from then on a missing end is seen. Once for each entry,
 * however often it is asked.
 *
 * @returns whether there was anything to sign
 * @see 45 CFR 164.312(c)(2)
 */
export async function sealHead(
  { id, head }: Pick<Incident, 'id' | 'head'>,
  at: string,
  retainUntil: string,
  { archive, signer }: SealDependencies,
): Promise<boolean> {
  const key = headKey(id, head.seq);
  if ((await archive.get(key)) !== undefined) {
    return false;
  }
  const signed = await signer.sign(head, at);
  await archive.put({
    key,
    body: canonicalJson({ ...signed }),
    contentType: 'application/json',
    retainUntil,
  });
  return true;
}
