import * as z from 'zod';
import type { CloudFormationRequest } from '../../shared/cloudformation/cloudformation-request';
import { type DeploymentTask, RefusedRequest } from '../task';
import type { CertificateStore } from './certificate-store';
import type { CertificateMaterial } from './self-signed';

/** A certificate is replaced once fewer days are left: an update of its resource is then not long ago or far away. */
const RENEW_DAYS = 90;

const DAY_MS = 86_400_000;

/** A listener gives its certificate up a little after it is deleted. */
const REMOVAL = { attempts: 12, pauseMs: 5_000 } as const;

const HOST_NAME =
  /^(?=.{1,253}$)[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+$/;

const propertiesSchema = z.object({ HostName: z.string().regex(HOST_NAME) });

/** What the task stands on. */
export interface CertificateTaskSurroundings {
  readonly store: CertificateStore;
  readonly make: (hostName: string, now: Date) => Promise<CertificateMaterial>;
  readonly now: () => Date;
  readonly pause: (ms: number) => Promise<unknown>;
}

/**
 * A certificate of a sandbox's own: made once, renewed where it is when an update finds it near its end, and removed with
 * its stack. Another host name is another certificate.
 *
 * @see 45 CFR 164.312(e)(1)
 */
export function certificateTask({ store, make, now, pause }: CertificateTaskSurroundings): DeploymentTask {
  return {
    apply: async (asked) => {
      const hostName = hostNameOf(asked);
      const kept =
        asked.PhysicalResourceId === undefined
          ? await store.findLabelled(labelOf(asked))
          : await store.find(asked.PhysicalResourceId);
      if (kept === undefined || !kept.hostNames.includes(hostName)) {
        return store.add(await make(hostName, now()), labelOf(asked));
      }
      if (kept.notAfter.getTime() - now().getTime() < RENEW_DAYS * DAY_MS) {
        await store.replace(kept.arn, await make(hostName, now()));
      }
      return kept.arn;
    },
    remove: async ({ PhysicalResourceId: arn = '' }) => {
      for (let attempt = 1; attempt <= REMOVAL.attempts; attempt += 1) {
        if ((await store.remove(arn)) === 'removed') return;
        await pause(REMOVAL.pauseMs);
      }
      throw new RefusedRequest('The certificate is still in use');
    },
  };
}

function hostNameOf(asked: CloudFormationRequest): string {
  const properties = propertiesSchema.safeParse(asked.ResourceProperties).data;
  if (properties === undefined) throw new RefusedRequest("'HostName' must be a host name");
  return properties.HostName.toLowerCase();
}

/** The same for every delivery of one request, and another one for each request: an update may need both for a while. */
function labelOf({ StackId, LogicalResourceId, RequestId }: CloudFormationRequest): string {
  const stack = StackId.split('/').at(-1) ?? '';
  return `${stack}/${LogicalResourceId}/${RequestId}`.slice(0, 256);
}
