import { CloudTrailClient, DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import { plural } from '../../report/plural';
import type { Finding } from '../finding';
import type { Plan } from '../plan';
import { probe } from '../probe';

/** What CloudTrail allows in a region; it cannot be raised. Trails of other regions that cover this one count. */
const TRAILS_PER_REGION = 5;

/** One trail, as far as it matters here. */
export interface TrailReading {
  readonly arn?: string | undefined;
  readonly multiRegion: boolean;
  readonly organization: boolean;
}

/** The trails that a region has already: a further one has to fit, and costs. @see 45 CFR 164.312(b) */
export const trailsProbe = probe({
  id: 'trails',
  title: 'CloudTrail trails',
  actions: ['cloudtrail:DescribeTrails'],
  read: async (account, ask): Promise<readonly TrailReading[]> => {
    const { trailList = [] } = await ask('cloudtrail:DescribeTrails', () =>
      account.client(CloudTrailClient).send(new DescribeTrailsCommand({ includeShadowTrails: true })),
    );
    return trailList.map(({ TrailARN, IsMultiRegionTrail, IsOrganizationTrail }) => ({
      arn: TrailARN,
      multiRegion: IsMultiRegionTrail === true,
      organization: IsOrganizationTrail === true,
    }));
  },
  judge: judgeTrails,
});

function judgeTrails(trails: readonly TrailReading[], { owned }: Plan): readonly Finding[] {
  const ours = owned?.count('AWS::CloudTrail::Trail') ?? 0;
  const others = trails.length - Math.min(ours, trails.length);
  if (ours === 0 && trails.length >= TRAILS_PER_REGION) {
    return [
      {
        status: owned === null ? 'unknown' : 'blocks',
        text: `The region has ${trails.length} of ${TRAILS_PER_REGION} trails, a limit that AWS does not raise; there is no room for ours.`,
        fix: 'Delete a trail, or merge two.',
      },
    ];
  }
  const multiRegion = trails.filter((trail) => trail.multiRegion).length - ours;
  return [
    multiRegion > 0
      ? {
          status: 'attention',
          text: `The account has ${plural(multiRegion, 'multi-region trail')} already; AWS bills every further copy of management events.`,
        }
      : {
          status: 'ok',
          text: `The region has ${plural(others, 'other trail')}; ${TRAILS_PER_REGION} are allowed.`,
        },
  ];
}
