import { parseTemplate } from '../../../lib/checks/template';
import {
  outputsThatName,
  referencesIn,
  refersTo,
  resourcesBehind,
} from '../../../lib/checks/template-values/references';

const template = parseTemplate({
  Resources: { Key: { Type: 'AWS::KMS::Key' }, Bucket: { Type: 'AWS::S3::Bucket' } },
  Outputs: {
    KeyArn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] }, Export: { Name: 'shared-key' } },
    KeyId: { Value: { Ref: 'Key' } },
    Words: { Value: 'none' },
    Broken: 7,
  },
});
const other = parseTemplate({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });

describe('referencesIn', () => {
  it.each([
    [{ Ref: 'A' }, ['A']],
    [{ 'Fn::GetAtt': ['A', 'Arn'] }, ['A']],
    [{ 'Fn::GetAtt': 'A.Arn' }, ['A']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it so
    [{ 'Fn::Sub': '${A.Arn}/${B}/${!C}' }, ['A', 'B']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it so
    [{ 'Fn::Sub': ['${Own}/${B}', { Own: { Ref: 'A' } }] }, ['A', 'B']],
    [{ 'Fn::Join': ['', ['arn:', { 'Fn::GetAtt': ['A', 'Arn'] }, '/*']] }, ['A']],
    [{ 'Fn::If': ['Condition', { Ref: 'A' }, { Ref: 'B' }] }, ['A', 'B']],
    [{ Ref: 7, 'Fn::GetAtt': [{ Ref: 'A' }] }, []],
    ['A', []],
    [null, []],
  ])('finds in %j the resources %j', (value, logicalIds) => {
    expect([...referencesIn(value).logicalIds]).toEqual(logicalIds);
  });

  it.each([
    [{ 'Fn::ImportValue': 'shared-key' }, ['shared-key']],
    [{ 'Fn::GetStackOutput': { StackName: 's', OutputName: 'KeyArn' } }, ['KeyArn']],
    [{ 'Fn::Join': ['', [{ 'Fn::ImportValue': 'shared-key' }, ':*']] }, ['shared-key']],
  ])('finds in %j the outputs %j', (value, outputs) => {
    expect([...referencesIn(value).outputs]).toEqual(outputs);
  });
});

describe('outputsThatName', () => {
  it('names outputs and their exports, whatever attribute they give away', () => {
    expect(outputsThatName('Key', template)).toEqual(['KeyArn', 'shared-key', 'KeyId']);
    expect(outputsThatName('Bucket', template)).toEqual([]);
  });
});

describe('refersTo', () => {
  it('holds within one template, and across templates only through an output', () => {
    const key = { logicalId: 'Key', template };
    expect(refersTo({ Ref: 'Key' }, template, key)).toBe(true);
    expect(refersTo({ Ref: 'Key' }, other, key)).toBe(false);
    expect(refersTo({ 'Fn::ImportValue': 'shared-key' }, other, key)).toBe(true);
    expect(refersTo({ 'Fn::ImportValue': 'another' }, other, key)).toBe(false);
  });
});

describe('resourcesBehind', () => {
  it('finds resources of the same template and of others', () => {
    const both = [template, other];
    expect(resourcesBehind({ Ref: 'Topic' }, other, both)).toMatchObject([
      { logicalId: 'Topic', template: other },
    ]);
    expect(resourcesBehind({ 'Fn::ImportValue': 'shared-key' }, other, both)).toMatchObject([
      { logicalId: 'Key', resource: { Type: 'AWS::KMS::Key' }, template },
    ]);
    expect(resourcesBehind({ Ref: 'Parameter' }, other, both)).toEqual([]);
  });

  it('gives every candidate where two stacks have an output of one name', () => {
    const twin = parseTemplate({
      Resources: { Key: { Type: 'AWS::KMS::Key' } },
      Outputs: { KeyArn: { Value: { Ref: 'Key' } } },
    });
    const value = { 'Fn::GetStackOutput': { StackName: 's', OutputName: 'KeyArn' } };
    expect(resourcesBehind(value, other, [template, other, twin])).toHaveLength(2);
  });
});
