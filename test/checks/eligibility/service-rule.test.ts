import { eligibleServiceRule } from '../../../lib/checks/eligibility/service-rule';
import { ELIGIBLE_LIST } from '../../../lib/safeguards/eligible-services/eligible-service';
import { againstResource } from '../rules/subject';

describe('a service', () => {
  it.each(['AWS::S3::Bucket', 'AWS::IAM::Role', 'Custom::Anything', 'AWS::CloudFormation::Stack'])(
    'that may hold PHI, or holds none, is let be: %s',
    (type) => {
      expect(againstResource(eligibleServiceRule, type)).toEqual([]);
    },
  );

  it.each([
    'AWS::AppRunner::Service',
    'AWS::DirectoryService::SimpleAD',
    'AWS::NoSuchService::Thing',
    'Datadog::Monitors::Monitor',
    '__proto__',
    '',
  ])(
    'that is not on the list, or that nobody has judged, is refused with the day and source of the list: %p',
    (type) => {
      expect(againstResource(eligibleServiceRule, type)).toEqual([
        expect.stringMatching(
          new RegExp(`'Type' must be of a HIPAA eligible service.*${ELIGIBLE_LIST.date}.*https://`),
        ),
      ]);
    },
  );
});
