import { accountState } from '../account-state';
import type { Clients } from '../clients';
import { SsmFoundBefore } from '../found-before';
import type { Setting } from '../setting';
import { ebsEncryption } from './ebs-encryption';
import { macieJob } from './macie-job';
import { macieSamples } from './macie-samples';
import { passwordPolicy } from './password-policy';
import { publicAccessBlock } from './public-access-block';

/** The settings that the function makes, by the name that a template asks for. */
export function settingsOf(clients: Clients, accountId: string): ReadonlyMap<string, Setting> {
  const before = new SsmFoundBefore(clients.ssm);
  return new Map<string, Setting>([
    ['password-policy', accountState(passwordPolicy(clients.iam), before)],
    ['public-access-block', accountState(publicAccessBlock(clients.s3, accountId), before)],
    ['ebs-encryption', accountState(ebsEncryption(clients.ec2), before)],
    ['macie-samples', accountState(macieSamples(clients.macie), before)],
    ['macie-job', macieJob(clients.macie)],
  ]);
}
