import type { Scenario, Stage } from './scenario';

/** What a notice says besides the facts. */
const DETAILS = {
  organization: 'Example Clinic (drill)',
  summary: 'A device with records of patients was taken from a locked room.',
  investigation: 'The access logs of the device were read, and the police were told.',
  mitigation: 'The device was locked from afar and its sessions were ended.',
  prevention: 'Devices are now encrypted before they are handed out.',
  protectiveSteps: ['Read the statements of your insurer and tell us of what you do not know.'],
  contact: { tollFree: '1-800-555-0100', email: null, website: null, postal: 'Drill Street 1' },
  breachType: 'theft',
  location: 'Laptop',
  safeguardsBefore: 'Passwords and locked rooms.',
  individualsList: 'With the privacy office.',
};

const FACTORS = {
  nature: 'A list of appointments without diagnoses of one patient.',
  recipient: 'Another covered entity, which is bound by the same rules.',
  acquired: 'The recipient states in writing that nobody read it.',
  mitigation: 'The recipient destroyed it and confirmed that in writing.',
};

/** A case that a person reports on a day. */
function reportOf(
  type: string,
  discovered: number,
  affected: readonly { readonly jurisdiction: string; readonly count: number }[],
): (stage: Stage) => {
  readonly type: string;
  readonly facts: Record<string, unknown>;
  readonly source: string;
} {
  return ({ day }) => ({
    type,
    facts: {
      occurredOn: day(discovered),
      discoveredOn: day(discovered),
      affected,
      phiTypes: ['name', 'diagnosis'],
    },
    source: 'Drill',
  });
}

/** What people report, and carry to the end. */
export const CASE_SCENARIOS: readonly Scenario[] = [
  {
    id: 'breach-of-600',
    title: 'A breach of 600 people in two States, carried to the end',
    report: reportOf('stolen-device', -53, [
      { jurisdiction: 'CA', count: 520 },
      { jurisdiction: 'NV', count: 80 },
    ]),
    steps: ({ day }) => [
      { does: 'case', step: { step: 'acknowledge' } },
      { does: 'close', refused: '164.402' },
      {
        does: 'assess',
        input: {
          assessedOn: day(0),
          assessment: { outcome: 'breach', factors: { ...FACTORS, mitigation: 'Nothing came back.' } },
        },
      },
      { does: 'close', refused: '164.404' },
      // Seven days are left: the clock says so, on its schedule.
      { does: 'clock', alert: 'reminder' },
      { does: 'draft', kinds: ['individual', 'media', 'hhs'], details: DETAILS },
      { does: 'case', step: { step: 'contained', how: 'The device was locked from afar.' } },
      { does: 'send-everything', on: day(0), basis: 'Counsel looked at it; see the file of the drill.' },
      { does: 'close' },
    ],
    expected: {
      verdict: 'incident',
      severity: 'high',
      state: 'closed',
      obligations: ['individual-notice', 'hhs-notice', 'media-notice:CA'],
    },
  },
  {
    id: 'low-probability',
    title: 'A low probability of compromise, closed with four factors',
    report: reportOf('misdirected-message', -5, [{ jurisdiction: 'NV', count: 1 }]),
    steps: ({ day }) => [
      { does: 'case', step: { step: 'acknowledge' } },
      {
        does: 'assess',
        input: {
          assessedOn: day(0),
          assessment: { outcome: 'low-probability', factors: { ...FACTORS, acquired: null } },
        },
      },
      // Three factors overcome nothing.
      { does: 'close', refused: '164.402' },
      {
        does: 'assess',
        input: { assessedOn: day(0), assessment: { outcome: 'low-probability', factors: FACTORS } },
      },
      { does: 'send-everything', on: day(0), basis: 'Counsel looked at it; see the file of the drill.' },
      { does: 'close' },
    ],
    expected: { verdict: 'incident', severity: 'medium', state: 'closed' },
  },
  {
    id: 'law-enforcement-hold',
    title: 'Law enforcement holds the notices',
    report: reportOf('unauthorized-access', -20, [{ jurisdiction: 'CA', count: 40 }]),
    steps: ({ day }) => [
      { does: 'case', step: { step: 'acknowledge' } },
      {
        does: 'case',
        step: {
          step: 'hold',
          hold: { kind: 'written', statedOn: day(-2), until: day(90), official: 'County office' },
        },
      },
      {
        does: 'case',
        step: {
          step: 'sent',
          sending: {
            id: 'individual-notice',
            on: day(0),
            proof: { sha256: null, reference: 'Mail room, drill' },
            despiteHold: null,
          },
        },
        refused: '164.412',
      },
      { does: 'close', refused: '164.402' },
    ],
    expected: { verdict: 'incident', severity: 'high', obligations: ['individual-notice'] },
  },
  {
    id: 'ransomware',
    title: 'Ransomware, and nobody answers the alert',
    report: reportOf('ransomware', 0, [{ jurisdiction: 'NV', count: 2000 }]),
    steps: ({ day }) => [
      // After 15 minutes others are called.
      { does: 'later', minutes: 20, alert: 'escalation' },
      { does: 'case', step: { step: 'acknowledge' } },
      {
        does: 'assess',
        input: {
          assessedOn: day(0),
          ransomware: { unreadableWhenHit: null },
          assessment: { outcome: 'breach', factors: FACTORS },
        },
      },
      { does: 'close', refused: '164.404' },
    ],
    expected: {
      verdict: 'incident',
      severity: 'critical',
      obligations: ['individual-notice', 'hhs-notice', 'media-notice:NV'],
    },
  },
  {
    id: 'lost-laptop',
    title: 'A lost laptop, reported by a person, that was encrypted',
    report: reportOf('lost-device', -1, [{ jurisdiction: 'NV', count: 12 }]),
    steps: ({ day }) => [
      { does: 'case', step: { step: 'acknowledge' } },
      { does: 'close', refused: '164.402' },
      {
        does: 'assess',
        input: {
          assessedOn: day(0),
          secured: {
            method: 'Full disk encryption with AES-256, checked by the management of devices.',
            keyEvidence: 'The recovery key is in the vault and was not read since.',
            source: 'Inventory of devices, record of the last check.',
          },
        },
      },
      { does: 'send-everything', on: day(0), basis: 'The data was encrypted and the key is safe.' },
      { does: 'close' },
    ],
    expected: { verdict: 'incident', severity: 'high', state: 'closed' },
  },
];
