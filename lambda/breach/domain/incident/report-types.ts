import type { Severity } from '../triage/verdict';

/** What a person can report that no signal sees. */
export interface ReportRow {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly citations: readonly string[];
  /** What a responder does first, in one sentence. */
  readonly firstStep: string;
}

/** Kinds of reports by people, the most frequent first. */
export const REPORT_ROWS = [
  {
    id: 'misdirected-message',
    title: 'Mail, fax or a message went to the wrong person',
    severity: 'medium',
    citations: ['164.502(a)', '164.308(a)(6)(ii)'],
    firstStep: 'Ask the recipient to destroy or return it unread, and keep the answer in writing.',
  },
  {
    id: 'lost-device',
    title: 'A device or a data carrier was lost',
    severity: 'high',
    citations: ['164.310(d)(1)', '164.312(a)(2)(iv)'],
    firstStep: 'Lock or wipe it from afar, end its sessions, and find out whether it was encrypted.',
  },
  {
    id: 'stolen-device',
    title: 'A device or a data carrier was stolen',
    severity: 'high',
    citations: ['164.310(d)(1)', '164.312(a)(2)(iv)'],
    firstStep: 'Lock or wipe it from afar, end its sessions, and report the theft to the police.',
  },
  {
    id: 'vendor-report',
    title: 'A business associate or vendor told of an incident',
    severity: 'high',
    citations: ['164.410', '164.308(b)(1)'],
    firstStep:
      'Ask for the affected individuals, what was involved, and when it was discovered; close their access.',
  },
  {
    id: 'unauthorized-access',
    title: 'Somebody looked at records without a reason',
    severity: 'high',
    citations: ['164.502(a)', '164.308(a)(3)(ii)(C)'],
    firstStep: 'Suspend the access of the person, and keep the access log of the records.',
  },
  {
    id: 'phishing',
    title: 'Somebody gave away credentials',
    severity: 'high',
    citations: ['164.312(d)', '164.308(a)(5)(ii)(D)'],
    firstStep: 'End the sessions, change the credentials, and read what they did since.',
  },
  {
    id: 'ransomware',
    title: 'Ransomware struck',
    severity: 'critical',
    citations: ['164.308(a)(5)(ii)(B)', '164.308(a)(7)(ii)(B)'],
    firstStep: 'Cut the systems off the network without switching them off, and protect the backups.',
  },
  {
    id: 'improper-disposal',
    title: 'Paper or media was thrown away readable',
    severity: 'medium',
    citations: ['164.310(d)(2)(i)', '164.530(c)'],
    firstStep: 'Bring back what can be found, and write down what was there and who could reach it.',
  },
  {
    id: 'other',
    title: 'Somebody reported an incident',
    severity: 'high',
    citations: ['164.308(a)(6)(ii)'],
    firstStep: 'Call whoever reported it, and stop what still goes on.',
  },
] as const satisfies readonly ReportRow[];

/** One of the kinds of reports. */
export type ReportType = (typeof REPORT_ROWS)[number]['id'];

/** The row of a kind of report. */
export function reportRow(type: ReportType): ReportRow {
  const row = REPORT_ROWS.find(({ id }) => id === type);
  if (row === undefined) {
    throw new RangeError("'type' must be a kind of report");
  }
  return row;
}
