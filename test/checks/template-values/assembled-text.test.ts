import { parseTemplate } from '../../../lib/checks/template';
import { assembledText } from '../../../lib/checks/template-values/assembled-text';

const template = parseTemplate({
  Parameters: {
    Name: { Type: 'String', Default: 'records' },
    Other: { Type: 'String' },
    Hidden: { Type: 'String', NoEcho: true, Default: 'unseen' },
  },
});

describe('assembledText', () => {
  it.each([
    ['plain', 'plain'],
    [7, '7'],
    [true, 'true'],
    [{ Ref: 'AWS::AccountId' }, '$' + '{AWS.AccountId}'],
    [{ Ref: 'Name' }, 'records'],
    [{ Ref: 'Other' }, '$' + '{Other}'],
    [{ Ref: 'Hidden' }, '$' + '{Hidden}'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '$' + '{Bucket.Arn}'],
    [{ 'Fn::GetAtt': 'Bucket.Arn' }, '$' + '{Bucket.Arn}'],
    [
      { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: 'Name' }, '/*']] },
      'arn:$' + '{AWS.Partition}:s3:::records/*',
    ],
    [
      { 'Fn::Sub': 'arn:$' + '{AWS::Partition}:iam::$' + '{AWS::AccountId}:root' },
      'arn:$' + '{AWS.Partition}:iam::$' + '{AWS.AccountId}:root',
    ],
    [{ 'Fn::Sub': ['$' + '{Own}-$' + '{Name}', { Own: { Ref: 'Other' } }] }, '$' + '{Other}-records'],
    [{ 'Fn::ImportValue': 'shared:key/arn' }, '$' + '{Output.shared.key.arn}'],
    [{ 'Fn::GetStackOutput': { StackName: 's', OutputName: 'KeyArn' } }, '$' + '{Output.KeyArn}'],
    [{ 'Fn::Select': [0, { Ref: 'Names' }] }, '$' + '{Unknown}'],
    [{ 'Fn::Join': ['', { Ref: 'Names' }] }, '$' + '{Unknown}'],
    [undefined, '$' + '{Unknown}'],
  ])('reads %j as %s', (value, text) => {
    expect(assembledText(value, template)).toBe(text);
  });
});
