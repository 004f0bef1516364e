import { asText, at } from '../event/json';
import { showCode } from '../event/show';
import { ignore, incident, type Judgement, review } from '../judgement';
import { CITES } from '../signals/citations';
import { type Finding, type FindingSource, single } from './finding';

function codeOf(finding: Finding): string {
  return (asText(at(finding.detail, 'eventTypeCode')) ?? '').toUpperCase();
}

function isClosed(finding: Finding): Judgement | undefined {
  return asText(at(finding.detail, 'statusCode'))?.toLowerCase() === 'closed'
    ? ignore('statusCode is closed')
    : undefined;
}

function serviceOf(finding: Finding): string {
  return (asText(at(finding.detail, 'service')) ?? '').toUpperCase();
}

/** AWS Health: what AWS itself says of our credentials and resources. */
export const HEALTH: FindingSource = {
  sources: ['aws.health'],
  split: single,
  idOf: (detail) => asText(at(detail, 'eventArn')),
  rows: [
    {
      id: 'credential-compromised',
      title: 'AWS holds a credential for exposed or compromised',
      question: 'betray',
      severity: 'critical',
      citations: CITES.identity,
      firstStep: 'Deactivate the credential, then read everything it did since it was last known to be safe.',
      judge: (finding) =>
        serviceOf(finding) === 'RISK' ||
        /^AWS_RISK_|(CREDENTIAL|KEY)S?_(EXPOS|COMPROMIS|LEAK)|(EXPOSED|COMPROMISED|LEAKED)_(CREDENTIAL|ACCESS_KEY|KEY)|IAM_QUARANTINE/.test(
          codeOf(finding),
        )
          ? (isClosed(finding) ??
            incident(`eventTypeCode is ${showCode(at(finding.detail, 'eventTypeCode'))}`))
          : undefined,
    },
    {
      id: 'abuse-reported',
      title: 'AWS reports that our resources are used against others',
      question: 'betray',
      severity: 'high',
      citations: CITES.detection,
      firstStep: 'Isolate the resource and answer AWS, then find out who took it over.',
      judge: (finding) =>
        serviceOf(finding) === 'ABUSE' ||
        finding.envelope.detailType.includes('abuse') ||
        codeOf(finding).startsWith('AWS_ABUSE_')
          ? (isClosed(finding) ??
            incident(`eventTypeCode is ${showCode(at(finding.detail, 'eventTypeCode'))}`))
          : undefined,
    },
    {
      id: 'security-notice',
      title: 'AWS notifies of something that concerns security',
      question: 'watch',
      severity: 'medium',
      citations: CITES.evaluation,
      firstStep: 'Read the notice and plan what it asks for.',
      judge: (finding) =>
        /SECURITY/.test(`${codeOf(finding)} ${serviceOf(finding)}`)
          ? (isClosed(finding) ?? review(`eventTypeCode is ${showCode(at(finding.detail, 'eventTypeCode'))}`))
          : undefined,
    },
  ],
};
