import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ArchiveBucket } from '../../lib/constructs/archive-bucket';
import { ArchiveIntake, archiveIntakeRole } from '../../lib/constructs/archive-intake';
import { neighbours, statementOf, testStack } from '../support/test-stack';

const recovery = {
  roleArn: 'arn:aws:iam::111122223333:role/recovery',
  bucketArn: 'arn:aws:s3:::second-archive',
  keyArn: 'arn:aws:kms:us-west-2:111122223333:key/k',
};

function intakeOf(second?: typeof recovery) {
  const stack = testStack();
  const { key, accessLogs } = neighbours(stack);
  const archive = new ArchiveBucket(stack, 'Archive', {
    key,
    accessLogs,
    lockMode: 'COMPLIANCE',
    retentionDays: 2192,
    transitionDays: 90,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const roleArn = second?.roleArn ?? archiveIntakeRole(stack, 'IntakeRole').roleArn;
  const { targets } = new ArchiveIntake(stack, 'Intake', { archive, key, roleArn, recovery: second });
  const template = Template.fromStack(stack);
  const [policy] = Object.values(template.findResources('AWS::S3::BucketPolicy'));
  const destination = statementOf(policy?.Properties.PolicyDocument, 'ReplicationDestination');
  return { targets, destination, template, places: stack.resolve(targets) };
}

describe('the way into the archive', () => {
  it('lets one role write copies, and neither read nor delete them', () => {
    expect(intakeOf().destination).toMatchObject({
      Principal: { AWS: { 'Fn::GetAtt': [expect.stringMatching(/^IntakeRole/), 'Arn'] } },
      Action: ['s3:ReplicateObject', 's3:ReplicateTags'],
    });
  });

  it('gives its own role to S3 and no permission of its own', () => {
    const { template } = intakeOf();
    template.hasResourceProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: 's3.amazonaws.com' } }] },
    });
    template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
    template.resourceCountIs('AWS::IAM::Policy', 0);
  });

  it('leads to the archive of the region under its key, and to that of the second region where there is one', () => {
    expect(intakeOf().places).toHaveLength(1);
    const { places, targets, destination } = intakeOf(recovery);
    expect(places[0]).toMatchObject({ keyArn: expect.stringContaining('us-east-1') });
    expect(targets[1]).toEqual(recovery);
    expect(destination.Principal).toEqual({ AWS: recovery.roleArn });
  });
});
