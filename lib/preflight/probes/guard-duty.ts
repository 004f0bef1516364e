import { GetDetectorCommand, GuardDutyClient, ListDetectorsCommand } from '@aws-sdk/client-guardduty';
import { allPages } from '../pages';
import { probe } from '../probe';
import { judgeSingleton, type Singleton } from '../singleton';

const DETECTOR: Singleton = {
  field: 'guardDuty',
  what: 'a GuardDuty detector',
  types: ['AWS::GuardDuty::Detector'],
  adoptedAbsent: 'attention',
};

/** What an account has of GuardDuty in a region. */
export interface GuardDutyReading {
  readonly detectors: readonly string[];
  readonly suspended: boolean;
}

/** The GuardDuty detector: a region has one. @see 45 CFR 164.308(a)(1)(ii)(D) */
export const guardDutyProbe = probe({
  id: 'guardduty',
  title: 'GuardDuty',
  actions: ['guardduty:ListDetectors', 'guardduty:GetDetector'],
  read: async (account, ask): Promise<GuardDutyReading> => {
    const client = account.client(GuardDutyClient);
    const detectors = await ask('guardduty:ListDetectors', () =>
      allPages(async (NextToken) => {
        const page = await client.send(new ListDetectorsCommand({ NextToken }));
        return { items: page.DetectorIds, next: page.NextToken };
      }),
    );
    const states = await ask('guardduty:GetDetector', () =>
      Promise.all(
        detectors.map(
          async (DetectorId) => (await client.send(new GetDetectorCommand({ DetectorId }))).Status,
        ),
      ),
    );
    return { detectors, suspended: states.some((status) => status === 'DISABLED') };
  },
  judge: ({ detectors, suspended }, plan) =>
    judgeSingleton(
      DETECTOR,
      { ids: detectors, ...(suspended ? { remark: 'It is suspended: nothing is detected.' } : {}) },
      plan,
    ),
});
