import { publicSharing } from '../../../lib/checks/rules/public-sharing';
import { CLOSED_SETTINGS } from '../../../lib/checks/rules/public-sharing/closed-settings';
import { knownResourceTypes } from '../../safeguards/known-resource-types';
import { againstResource } from './subject';

/** The properties of a resource with one value at the end of a path. */
function nested([step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  return step === '*' ? [nested(rest, value)] : { [step]: nested(rest, value) };
}

const sharing = (group: string, who: unknown) => ({
  Distributions: [{ AmiDistributionConfiguration: { LaunchPermissionConfiguration: { [group]: [who] } } }],
});

describe('Baseline-PublicSharing', () => {
  it('knows the types that it judges', () => {
    const types = knownResourceTypes();
    expect(CLOSED_SETTINGS.map(({ type }) => type).filter((type) => !types.has(type))).toEqual([]);
  });

  it.each(CLOSED_SETTINGS)('judges $path of $type', ({ type, path, closed, closedByDefault }) => {
    const judged = (value: unknown) => againstResource(publicSharing, type, nested(path, value) as object);
    for (const value of closed) expect(judged(value)).toEqual([]);
    for (const value of [closed[0] !== true, 'anything else', { Ref: 'Open' }]) {
      expect(judged(value)).toEqual([
        expect.stringContaining(`${path.join('.')} must be ${closed[0]}, got:`),
      ]);
    }
    expect(againstResource(publicSharing, type, {})).toHaveLength(closedByDefault ? 0 : 1);
  });

  it.each<[string, object]>([
    ['AWS::ECR::PublicRepository', {}],
    ['AWS::S3::Bucket', { WebsiteConfiguration: { IndexDocument: 'index.html' } }],
    ['AWS::Lambda::LayerVersionPermission', { Principal: '*' }],
    ['AWS::OpenSearchServerless::SecurityPolicy', { Type: 'network', Policy: '[{"AllowFromPublic":true}]' }],
    [
      'AWS::OpenSearchServerless::SecurityPolicy',
      {
        Type: 'network',
        Policy: { 'Fn::Join': ['', ['[{"AllowFromPublic": true,"Rules":', { Ref: 'X' }, '}]']] },
      },
    ],
    ['AWS::ImageBuilder::DistributionConfiguration', sharing('UserGroups', 'all')],
    ['AWS::ImageBuilder::DistributionConfiguration', sharing('UserIds', '444455556666')],
    ['AWS::ImageBuilder::DistributionConfiguration', sharing('OrganizationArns', { Ref: 'Organization' })],
  ])('refuses %s with %j', (type, properties) => {
    expect(againstResource(publicSharing, type, properties)).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['AWS::S3::Bucket', {}],
    ['AWS::S3::Bucket', { WebsiteConfiguration: { RedirectAllRequestsTo: { HostName: 'records.example' } } }],
    ['AWS::Lambda::LayerVersionPermission', { Principal: '*', OrganizationId: 'o-example' }],
    ['AWS::OpenSearchServerless::SecurityPolicy', { Type: 'network', Policy: '[{"AllowFromPublic":false}]' }],
    ['AWS::ImageBuilder::DistributionConfiguration', sharing('UserIds', { Ref: 'AWS::AccountId' })],
    ['AWS::ImageBuilder::DistributionConfiguration', { Distributions: [{ Region: 'us-east-1' }] }],
    ['AWS::RDS::DBInstance', { PubliclyAccessible: true }],
  ])('accepts %s with %j, or leaves it to cdk-nag', (type, properties) => {
    expect(againstResource(publicSharing, type, properties)).toEqual([]);
  });
});
