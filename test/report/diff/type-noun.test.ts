import { typeNoun } from '../../../lib/report/diff/type-noun';

describe('typeNoun', () => {
  it.each([
    ['AWS::ElasticLoadBalancingV2::Listener', 'listener'],
    ['AWS::RDS::DBInstance', 'DB instance'],
    ['AWS::EC2::VPC', 'VPC'],
    ['AWS::Cognito::UserPoolClient', 'user pool client'],
    ['AWS::S3::Bucket', 'bucket'],
    ['', ''],
  ])('calls %j %j', (type, noun) => {
    expect(typeNoun(type)).toBe(noun);
  });
});
