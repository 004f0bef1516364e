import { NEEDS } from '../needs';
import type { SafeguardRow } from '../safeguard';

const LAW = { basis: 'law', profile: 'current' } as const;

const DATA_CENTERS =
  'AWS controls who enters its data centers and maintains them; its reports are in AWS Artifact, and what they leave to the customer is not covered';
const AWS_MEDIA = 'AWS wipes and destroys the media in its data centers before they leave its control';

/**
 * Facilities, workstations, devices and media.
 *
 * @see 45 CFR 164.310
 */
export const PHYSICAL: readonly SafeguardRow[] = [
  {
    ...LAW,
    kind: 'standard',
    citation: '164.310(a)(1)',
    title: 'Facility access controls',
    asks: 'Limit physical access to systems with ePHI and to the places that house them.',
    restsOn: ['164.310(a)(2)(i)', '164.310(a)(2)(ii)', '164.310(a)(2)(iii)', '164.310(a)(2)(iv)'],
    attestations: ['data-center-report'],
    awsResponsibility: DATA_CENTERS,
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.310(a)(2)(i)',
    title: 'Contingency operations',
    asks: 'Let those in who restore lost data in an emergency.',
    attestations: ['data-center-report', 'contingency-plan'],
    awsResponsibility: DATA_CENTERS,
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.310(a)(2)(ii)',
    title: 'Facility security plan',
    asks: 'Guard the facility and its equipment against intrusion, tampering and theft.',
    attestations: ['data-center-report', 'facility-security'],
    awsResponsibility: DATA_CENTERS,
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.310(a)(2)(iii)',
    title: 'Access control and validation procedures',
    asks: 'Let people in by their role, visitors and testers of software included.',
    attestations: ['data-center-report', 'facility-security'],
    awsResponsibility: DATA_CENTERS,
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.310(a)(2)(iv)',
    title: 'Maintenance records',
    asks: 'Record repairs and changes of what makes the facility secure: doors, locks, walls.',
    attestations: ['data-center-report', 'facility-security'],
    awsResponsibility: DATA_CENTERS,
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.310(b)',
    title: 'Workstation use',
    asks: 'Say what workstations with access to ePHI are for, how they are used, and where they may stand.',
    attestations: ['workstation-policy'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.310(c)',
    title: 'Workstation security',
    asks: 'Keep everybody but their authorized users from those workstations.',
    attestations: ['workstation-policy'],
  },
  {
    ...LAW,
    kind: 'standard',
    citation: '164.310(d)(1)',
    title: 'Device and media controls',
    asks: 'Control hardware and media with ePHI as they come, go and move.',
    restsOn: ['164.310(d)(2)(i)', '164.310(d)(2)(ii)', '164.310(d)(2)(iii)', '164.310(d)(2)(iv)'],
    attestations: ['device-and-media'],
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.310(d)(2)(i)',
    title: 'Disposal',
    asks: 'Dispose of ePHI and of the media that hold it in a way that leaves nothing to read.',
    attestations: ['data-center-report', 'device-and-media'],
    awsResponsibility: AWS_MEDIA,
  },
  {
    ...LAW,
    kind: 'required',
    citation: '164.310(d)(2)(ii)',
    title: 'Media re-use',
    asks: 'Remove ePHI from media before they are used again.',
    attestations: ['data-center-report', 'device-and-media'],
    awsResponsibility: AWS_MEDIA,
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.310(d)(2)(iii)',
    title: 'Accountability',
    asks: 'Record where hardware and media go, and who answers for them.',
    attestations: ['device-and-media'],
  },
  {
    ...LAW,
    kind: 'addressable',
    citation: '164.310(d)(2)(iv)',
    title: 'Data backup and storage',
    asks: 'Make an exact copy of ePHI before equipment is moved.',
    needs: [NEEDS.backupVault, NEEDS.backupPlan],
    constructs: [{ file: 'lib/constructs/locked-vault.ts', name: 'LockedVault' }],
    tests: ['test/constructs/locked-vault.test.ts'],
    awsResponsibility: 'AWS moves the equipment in its data centers without loss of what it stores durably',
  },
];
