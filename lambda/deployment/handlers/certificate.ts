import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ACMClient } from '@aws-sdk/client-acm';
import { putByHttps } from '../../shared/cloudformation/answer';
import { createLog } from '../../shared/log/log';
import { AcmCertificateStore } from '../certificate/acm-certificate-store';
import { certificateTask } from '../certificate/certificate-task';
import { selfSignedCertificate } from '../certificate/self-signed';
import { createDeploymentHandler, type Remaining } from '../deployment-handler';

let ready: ReturnType<typeof createDeploymentHandler> | undefined;

/** Makes, renews and removes a sandbox's own certificate, as CloudFormation asks. */
export async function handler(event: unknown, context: Remaining): Promise<void> {
  ready ??= createDeploymentHandler({
    task: certificateTask({
      store: new AcmCertificateStore(new ACMClient({})),
      make: (hostName, now) => selfSignedCertificate(hostName, now, serialNumber()),
      now: () => new Date(),
      pause,
    }),
    put: putByHttps,
    log: createLog((line) => process.stdout.write(`${line}\n`)),
  });
  await ready(event, context);
}

/** Positive, as RFC 5280 asks: the first bit is not set. */
function serialNumber(): string {
  return `0${randomBytes(16).toString('hex').slice(1)}`;
}
