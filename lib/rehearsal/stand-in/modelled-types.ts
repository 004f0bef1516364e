/** What a stand-in keeps of a resource: the properties that decide how whoever imports it behaves. */
export const MODELLED_TYPES: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': [
    'AttributeDefinitions',
    'BillingMode',
    'GlobalSecondaryIndexes',
    'KeySchema',
    'StreamSpecification',
    'TimeToLiveSpecification',
  ],
  'AWS::EC2::SecurityGroup': ['GroupDescription', 'VpcId'],
  'AWS::EC2::Subnet': ['AvailabilityZone', 'CidrBlock', 'VpcId'],
  'AWS::EC2::VPC': ['CidrBlock'],
  'AWS::Events::EventBus': ['Name'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::S3::Bucket': ['ObjectLockEnabled', 'VersioningConfiguration'],
  'AWS::SNS::Topic': [],
  'AWS::SQS::Queue': ['FifoQueue', 'VisibilityTimeout'],
};
