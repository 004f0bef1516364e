import { statementsOf } from '../../../lib/checks/template-values/policy-statements';

const ALLOW = {
  Effect: 'Allow',
  Principal: { AWS: ['a', 'b'], Service: 's' },
  Action: 'S3:Get*',
  Resource: '*',
};

describe('statementsOf', () => {
  it('reads one statement or many, each part as a list and in lower case where IAM does not tell case apart', () => {
    const [statement] =
      statementsOf({
        Statement: { ...ALLOW, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } },
      }) ?? [];
    expect(statement).toEqual({
      effect: 'allow',
      principals: [
        { type: 'aws', value: 'a' },
        { type: 'aws', value: 'b' },
        { type: 'service', value: 's' },
      ],
      notPrincipals: [],
      actions: ['s3:get*'],
      notActions: [],
      resources: ['*'],
      notResources: [],
      conditions: [{ operator: 'stringequals', key: 'aws:principalorgid', values: ['o-1'] }],
    });
    expect(statementsOf({ Statement: [ALLOW, ALLOW] })).toHaveLength(2);
  });

  it.each([
    ['text', JSON.stringify({ Statement: ALLOW })],
    ['a Sub', { 'Fn::Sub': JSON.stringify({ Statement: ALLOW }) }],
    ['a Join', { 'Fn::Join': ['', ['{"Statement":', JSON.stringify(ALLOW), '}']] }],
  ])('reads JSON that is written as %s', (_, policy) => {
    expect(statementsOf(policy)).toMatchObject([{ effect: 'allow', actions: ['s3:get*'] }]);
  });

  it('keeps a reference inside of JSON', () => {
    const arn = { 'Fn::GetAtt': ['Role', 'Arn'] };
    const text = ['{"Statement":{"Effect":"Allow","Principal":{"AWS":"', arn, '"}}}'];
    expect(statementsOf({ 'Fn::Join': ['', text] })).toMatchObject([
      { principals: [{ type: 'aws', value: '$' + '{Role.Arn}' }] },
    ]);
  });

  it.each([['no json'], [undefined], [{ Ref: 'Policy' }], [{ 'Fn::Transform': {} }], [7]])(
    'does not pretend to have read %j',
    (policy) => {
      expect(statementsOf(policy)).toBeUndefined();
    },
  );

  it('takes what the template does not tell for the worse', () => {
    const [statement] =
      statementsOf({
        Statement: {
          Effect: { Ref: 'Effect' },
          Principal: { Ref: 'Who' },
          Action: [{ Ref: 'What' }],
          NotAction: { Ref: 'Not' },
        },
      }) ?? [];
    expect(statement).toMatchObject({
      effect: undefined,
      principals: [{ type: 'aws', value: { Ref: 'Who' } }],
      actions: ['*'],
      notActions: [],
    });
  });
});
