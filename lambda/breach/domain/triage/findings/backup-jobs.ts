import { asText, at, firstAt } from '../event/json';
import { showCode } from '../event/show';
import { textOf, textsIn } from '../event/values';
import { ignore, incident, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type FindingSource, single } from './finding';
import { SECURITY_FINDING } from './security-hub';

const FAILED = new Set(['FAILED', 'EXPIRED', 'ABORTED', 'PARTIAL']);

/** AWS Backup: a failed job has destroyed nothing, and leaves less to restore from. */
export const BACKUP_JOBS: FindingSource = {
  sources: ['aws.backup'],
  split: single,
  idOf: (detail) =>
    textOf(
      firstAt(detail, [
        'backupJobId',
        'copyJobId',
        'restoreJobId',
        'recoveryPointArn',
        'backupVaultName',
        'resourceArn',
      ]),
    ),
  rows: [
    {
      id: 'backup-vault-deleted',
      title: 'A backup vault was deleted',
      question: 'destroy',
      severity: 'critical',
      citations: CITES.backup,
      firstStep: 'Find the copies in the other region and lock them.',
      judge: ({ detail, envelope }) =>
        envelope.detailType.includes('vault') && asText(at(detail, 'state'))?.toUpperCase() === 'DELETED'
          ? incident('state is DELETED')
          : undefined,
    },
    {
      id: 'backup-failed',
      title: 'A backup, copy or restore did not complete',
      question: 'watch',
      severity: 'medium',
      citations: CITES.backup,
      firstStep: 'Repair the cause and run the job again.',
      judge: ({ detail, envelope }) => {
        const state = textOf(firstAt(detail, ['state', 'status']))?.toUpperCase();
        if (state === undefined) {
          return review('state is absent');
        }
        if (envelope.detailType.includes('plan') && state === 'DELETED') {
          return review('state is DELETED');
        }
        return FAILED.has(state) ? review(`state is ${state}`) : ignore(`state is ${showCode(state)}`);
      },
    },
    {
      ...SECURITY_FINDING,
      judge: ({ detail, envelope }) =>
        envelope.detailType.includes('scan') && textsIn(detail).includes('THREATS_FOUND')
          ? incident('the scan of a backup says THREATS_FOUND')
          : undefined,
    },
  ],
};
