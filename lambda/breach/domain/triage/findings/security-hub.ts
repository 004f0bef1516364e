import { asObject, asText, at, firstAt, type JsonObject } from '../event/json';
import { showCode } from '../event/show';
import { listOf, textOf, textsIn } from '../event/values';
import { ignore, incident, type Judgement, review, type Signal } from '../judgement';
import { CITES } from '../signals/citations';
import type { Finding, FindingSource } from './finding';
import { guardDutyScoreOf, hubSeverityOf } from './hub-severity';
import { PUBLIC_DATA_CONTROLS, saysDataIsPublic } from './public-controls';

/** The severity from which GuardDuty's own findings are incidents, wherever they are read. */
const GUARDDUTY_MEDIUM = 4;

function settled(detail: JsonObject): Judgement | undefined {
  const record = asText(at(detail, 'RecordState'))?.toUpperCase();
  if (record === 'ARCHIVED') {
    return ignore('RecordState is ARCHIVED');
  }
  const workflow = (
    textOf(at(detail, 'Workflow.Status')) ??
    textOf(at(detail, 'WorkflowState')) ??
    textOf(at(detail, 'status'))
  )?.toUpperCase();
  if (
    workflow === 'SUPPRESSED' ||
    workflow === 'RESOLVED' ||
    workflow === 'ARCHIVED' ||
    workflow === 'CLOSED'
  ) {
    return ignore(`Workflow.Status is ${workflow}`);
  }
  const fields = at(detail, 'ProductFields');
  const flagged = ['aws/guardduty/service/additionalInfo/sample', 'aws/guardduty/service/archived'].find(
    (name) => String(asObject(fields)?.[name]).toLowerCase() === 'true',
  );
  return flagged !== undefined || String(at(detail, 'Sample')) === 'true'
    ? ignore(`ProductFields: ${flagged?.split('/').pop() ?? 'sample'} is true`)
    : undefined;
}

function complianceOf(detail: JsonObject): string | undefined {
  return (textOf(at(detail, 'Compliance.Status')) ?? textOf(at(detail, 'compliance.status')))?.toUpperCase();
}

function titleOf(detail: JsonObject): string {
  return textOf(firstAt(detail, ['Title', 'finding_info.title'])) ?? '';
}

/** The control that a check belongs to, from the fields in which its versions write it. */
function isPublicControl(detail: JsonObject): boolean {
  const ids = textsIn([
    firstAt(detail, ['Compliance.SecurityControlId']) ?? '',
    firstAt(detail, ['ProductFields.ControlId', 'compliance.control']) ?? '',
    textOf(at(detail, 'GeneratorId'))?.split('/').pop() ?? '',
  ]);
  return ids.some((id) => PUBLIC_DATA_CONTROLS.has(id.toUpperCase())) || saysDataIsPublic(titleOf(detail));
}

function byCompliance({ detail }: Finding): Judgement | undefined {
  const status = complianceOf(detail);
  if (status === undefined) {
    return undefined;
  }
  if (status !== 'FAILED' && status !== 'FAIL' && status !== 'WARNING') {
    return settled(detail) ?? ignore(`Compliance.Status is ${showCode(status)}`);
  }
  const reason = `Compliance.Status is ${status}`;
  return (
    settled(detail) ??
    (isPublicControl(detail)
      ? incident(`${reason}, and the control says that data is public`)
      : review(reason))
  );
}

function bySeverity({ detail }: Finding): Judgement | undefined {
  if (complianceOf(detail) !== undefined) {
    return undefined;
  }
  if (textsIn(at(detail, 'Types')).some((type) => /External Access Granted/i.test(type))) {
    return settled(detail) ?? incident('Types: external access is granted');
  }
  return settled(detail) ?? bySeverityAlone(detail);
}

function bySeverityAlone(detail: JsonObject): Judgement {
  const severity = hubSeverityOf(detail);
  const { isGuardDuty, score } = guardDutyScoreOf(detail);
  if (severity === 'critical' || severity === 'high') {
    return incident(`Severity.Label is ${severity.toUpperCase()}`, severity);
  }
  if (isGuardDuty && (severity === 'medium' || (score ?? 0) >= GUARDDUTY_MEDIUM)) {
    return incident(`ProductName is GuardDuty, severity is ${score ?? 'MEDIUM'}`, 'medium');
  }
  return review(`Severity.Label is ${severity === undefined ? 'absent' : severity.toUpperCase()}`);
}

function isFinding(finding: Finding): boolean {
  return finding.envelope.detailType === '' || finding.envelope.detailType.includes('finding');
}

/** What any security service reports, through whatever channel. */
export const SECURITY_FINDING: Signal = {
  id: 'security-finding',
  title: 'A security service or product reports a finding',
  question: 'betray',
  severity: 'high',
  citations: CITES.detection,
  firstStep: 'Contain the resource that the finding names.',
};

/** AWS Security Hub, which passes on what others find. */
export const SECURITY_HUB: FindingSource = {
  sources: ['aws.securityhub'],
  split: (detail) => {
    const findings = listOf(at(detail, 'findings'))
      .map((entry) => asObject(entry))
      .filter((entry) => entry !== undefined);
    return findings.length === 0 ? [detail] : findings;
  },
  idOf: (detail) => textOf(firstAt(detail, ['Id', 'finding_info.uid', 'metadata.uid'])),
  rows: [
    {
      id: 'compliance-check-failed',
      title: 'A check of settings failed',
      question: 'expose',
      severity: 'high',
      citations: CITES.evaluation,
      firstStep:
        'Where the control says that data is public, close it; otherwise repair the setting in the configuration.',
      judge: (finding) => (isFinding(finding) ? byCompliance(finding) : undefined),
    },
    { ...SECURITY_FINDING, judge: (finding) => (isFinding(finding) ? bySeverity(finding) : undefined) },
  ],
};
