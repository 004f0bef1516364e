import { functionProtected } from '../../../lib/checks/rules/function-protected';
import { againstResource } from './subject';

function lambda(properties: object): readonly string[] {
  return againstResource(functionProtected, 'AWS::Lambda::Function', properties);
}

const VARIABLES = { Environment: { Variables: { TABLE: { Ref: 'Table' } } } };

describe('Baseline-FunctionProtected', () => {
  it.each([
    [{ Timeout: 30 }],
    [{ Timeout: { Ref: 'Timeout' } }],
    [{ Timeout: 30, Environment: {} }],
    [{ Timeout: 30, Environment: { Variables: {} } }],
    [{ Timeout: 30, ...VARIABLES, KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } }],
  ])('accepts %j', (properties) => {
    expect(lambda(properties)).toEqual([]);
  });

  it.each([
    [{}, 'Timeout must be set'],
    [{ Timeout: { Ref: 'AWS::NoValue' } }, 'Timeout must be set'],
    [{ Timeout: 30, ...VARIABLES }, 'KmsKeyArn must name'],
    [{ Timeout: 30, ...VARIABLES, KmsKeyArn: '' }, 'KmsKeyArn must name'],
    [
      { Timeout: 30, ...VARIABLES, KmsKeyArn: { 'Fn::If': ['Own', 'key', { Ref: 'AWS::NoValue' }] } },
      'KmsKeyArn must name',
    ],
    [{ Timeout: 30, Environment: { Variables: { 'Fn::Transform': {} } } }, 'KmsKeyArn must name'],
    [{ Timeout: 30, Environment: { Ref: 'Environment' } }, 'KmsKeyArn must name'],
  ])('refuses %j', (properties, message) => {
    expect(lambda(properties)).toEqual([expect.stringContaining(message)]);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(functionProtected, 'AWS::Lambda::Alias', {})).toEqual([]);
  });
});
