import { parseTemplate } from '../../lib/checks/template';
import { standInsFor } from '../../lib/rehearsal/stand-in/stand-ins-for';

const read = (StackName: string, OutputName: string) => ({ 'Fn::GetStackOutput': { StackName, OutputName } });

/** What CloudFormation puts a region into. */
const REGION = `x-$${'{AWS::Region}'}`;

const KEYS = parseTemplate({
  Resources: {
    Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: 'HMAC_256', KeyPolicy: { Ref: 'Role' } } },
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
    Other: { Type: 'AWS::KMS::Key', Properties: {} },
  },
  Outputs: {
    KeyArn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    RoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] }, Export: { Name: 'role' } },
    Plain: { Value: { 'Fn::Sub': REGION } },
  },
});
const NET = parseTemplate({
  Resources: {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', Tags: [] } },
    Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' } },
  },
  Outputs: { Subnet: { Value: { Ref: 'Subnet' } } },
});
const OTHERS = [
  { name: 'env-Keys', template: KEYS },
  { name: 'env-Net', template: NET },
  { name: 'env-Unused', template: NET },
];

function standIns(value: unknown) {
  const template = parseTemplate({ Resources: { A: { Type: 'T', Properties: { value } } } });
  return standInsFor({ name: 'env-Response', template }, OTHERS);
}

describe('what stands in for other stacks', () => {
  it('has what the template reads and what that rests on, and nothing else', () => {
    expect(standIns([read('env-Keys', 'KeyArn'), { 'Fn::Join': ['', [read('env-Net', 'Subnet')]] }])).toEqual(
      [
        {
          stack: 'env-Keys',
          resources: { Key: { Type: 'AWS::KMS::Key', Properties: { KeySpec: 'HMAC_256' } } },
          outputs: { KeyArn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
          outOf: 3,
          madeUp: [],
        },
        {
          stack: 'env-Net',
          resources: {
            Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
            Subnet: {
              Type: 'AWS::EC2::Subnet',
              Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: '10.0.0.0/24' },
            },
          },
          outputs: { Subnet: { Value: { Ref: 'Subnet' } } },
          outOf: 2,
          madeUp: [],
        },
      ],
    );
  });

  it('names what it had to make up', () => {
    expect(standIns(read('env-Keys', 'RoleArn'))).toMatchObject([
      {
        resources: {},
        outputs: { RoleArn: { Value: 'stand-in-rolearn' } },
        madeUp: [{ output: 'RoleArn', type: 'AWS::IAM::Role' }],
      },
    ]);
  });

  it('finds who exports an imported name', () => {
    expect(standIns({ 'Fn::ImportValue': 'role' })).toMatchObject([
      { stack: 'env-Keys', outputs: { RoleArn: { Export: { Name: 'role' } } } },
    ]);
  });

  it('keeps a value that rests on no resource', () => {
    expect(standIns(read('env-Keys', 'Plain'))).toMatchObject([
      { resources: {}, outputs: { Plain: { Value: { 'Fn::Sub': REGION } } }, madeUp: [] },
    ]);
  });

  it.each([
    ['a stack that is not there', read('env-Gone', 'X'), 'must read from stacks of its environment'],
    ['an output that is not there', read('env-Keys', 'Gone'), 'must have the output'],
    ['a name that nobody exports', { 'Fn::ImportValue': 'gone' }, 'must be exported'],
    [
      'a stack without a plain name',
      { 'Fn::GetStackOutput': { StackName: { Ref: 'P' } } },
      'must name stack',
    ],
    ['an export without a plain name', { 'Fn::ImportValue': { Ref: 'P' } }, 'must be a plain name'],
  ])('refuses a template that reads from %s', (_, value, message) => {
    expect(() => standIns(value)).toThrow(message);
  });
});
