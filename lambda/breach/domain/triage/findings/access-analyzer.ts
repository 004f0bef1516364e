import { relationOf } from '../event/accounts';
import { asText, at, has } from '../event/json';
import { showCode, showValue } from '../event/show';
import { flagOf, textsIn } from '../event/values';
import { ignore, incident, type Judgement, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type Finding, type FindingSource, single } from './finding';

function settled({ detail }: Finding): Judgement | undefined {
  if (flagOf(at(detail, 'isDeleted')) === true) {
    return ignore('isDeleted is true');
  }
  const status = asText(at(detail, 'status'))?.toUpperCase();
  return status === 'ARCHIVED' || status === 'RESOLVED' ? ignore(`status is ${status}`) : undefined;
}

/** Whom the finding says the resource is open to. */
function byPrincipal(finding: Finding): Judgement {
  const { detail, accounts } = finding;
  if (has(detail, 'error') && at(detail, 'error') !== null) {
    return review(`error is ${showCode(at(detail, 'error'))}`);
  }
  if (flagOf(at(detail, 'isPublic')) === true) {
    return incident('isPublic is true', 'critical');
  }
  const status = asText(at(detail, 'status'))?.toUpperCase();
  if (status !== 'ACTIVE') {
    return review(status === undefined ? 'status is absent' : 'status is not known');
  }
  const principals = textsIn(at(detail, 'principal'));
  if (principals.length === 0) {
    return review('principal is absent');
  }
  const stranger = principals.find((principal) => relationOf(principal, accounts) !== 'own');
  return stranger === undefined
    ? ignore('principal is ours')
    : incident(
        `status is ACTIVE, principal is ${showValue(/^\d{12}$/.test(stranger) ? stranger : (stranger.match(/:(\d{12}):/)?.[1] ?? stranger))}`,
      );
}

/** IAM Access Analyzer. A preview tells what would be, not what is. */
export const ACCESS_ANALYZER: FindingSource = {
  sources: ['aws.access-analyzer'],
  split: single,
  idOf: (detail) => asText(at(detail, 'id')) ?? asText(at(detail, 'resource')),
  rows: [
    {
      id: 'access-preview',
      title: 'A preview of access was computed',
      question: 'watch',
      severity: 'low',
      citations: CITES.access,
      firstStep: 'Nothing: nothing has changed.',
      judge: ({ envelope, detail }) =>
        envelope.detailType.includes('preview') || has(detail, 'accessPreviewId')
          ? ignore('an access preview changes nothing')
          : undefined,
    },
    {
      id: 'external-access',
      title: 'A resource is open to the public or to another account',
      question: 'expose',
      severity: 'high',
      citations: CITES.access,
      firstStep: 'Take the grant away, then read what was done with it since it was made.',
      judge: (finding) => {
        const { detail, envelope } = finding;
        if (
          envelope.detailType.includes('preview') ||
          has(detail, 'accessPreviewId') ||
          isInternal(finding)
        ) {
          return undefined;
        }
        return settled(finding) ?? byPrincipal(finding);
      },
    },
    {
      id: 'internal-access',
      title: 'Access within the organization, or access that nobody uses',
      question: 'watch',
      severity: 'low',
      citations: CITES.rights,
      firstStep: 'Take away what is not needed.',
      judge: (finding) =>
        isInternal(finding)
          ? (settled(finding) ?? review('the finding is about access of our own'))
          : undefined,
    },
  ],
};

function isInternal({ detail, envelope }: Finding): boolean {
  return /unused|internal/i.test(`${envelope.detailType} ${asText(at(detail, 'findingType')) ?? ''}`);
}
