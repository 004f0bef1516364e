import { synthesizeStacks } from '../support/baseline';

/** Resource types whose replacement loses data, keys or evidence. */
const STATEFUL = new Set([
  'AWS::Backup::BackupVault',
  'AWS::CloudTrail::Trail',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::EC2::VPC',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::RDS::DBInstance',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

describe('the logical ids of what holds data', () => {
  it('never change, because CloudFormation would replace the resource and what is in it', () => {
    const ids = Object.fromEntries(
      synthesizeStacks().map((stack) => [
        stack.name,
        Object.entries(stack.template.Resources)
          .filter(([, { Type }]) => STATEFUL.has(Type))
          .map(([id, { Type }]) => `${Type} ${id}`)
          .sort(),
      ]),
    );
    expect(ids).toMatchInlineSnapshot();
  });
});
