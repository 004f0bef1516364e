import { parseTemplate } from '../../../lib/checks/template';
import { judgeVariants, variantsOf } from '../../../lib/checks/template-values/variants';

const PARTS = {
  Parameters: {
    Port: { Type: 'Number', Default: 443 },
    Protocol: { Type: 'String', Default: 'HTTPS' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Undecided: { Type: 'String' },
    Secret: { Type: 'String', Default: 'hunter2', NoEcho: true },
    Kept: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/kept/elsewhere' },
  },
  Mappings: { ByStage: { HTTPS: { Policy: 'strict' } } },
};

function variants(Properties: object | undefined): readonly unknown[] {
  const { Resources, ...template } = parseTemplate({
    ...PARTS,
    Resources: { Subject: { Type: 'T', Properties } },
  });
  const { Subject } = Resources;
  return Subject === undefined ? [] : variantsOf(Subject, { Resources, ...template });
}

function decided(value: unknown): unknown {
  const [first, ...more] = variants({ Value: value }) as { Value?: unknown }[];
  expect(more).toEqual([]);
  return first?.Value;
}

describe('variantsOf', () => {
  it.each([
    [{ Ref: 'Port' }, 443],
    [{ Ref: 'Zones' }, ['a', 'b']],
    [{ 'Fn::FindInMap': ['ByStage', { Ref: 'Protocol' }, 'Policy'] }, 'strict'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Protocol' }]] }, 'a-HTTPS'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it so
    [{ 'Fn::Sub': '${Protocol}:${Port} ${!kept}' }, 'HTTPS:443 ${kept}'],
    [{ 'Fn::Sub': 'plain' }, 'plain'],
    [[{ Ref: 'AWS::NoValue' }, 'b'], ['b']],
    [{ Deep: [{ Ref: 'Port' }] }, { Deep: [443] }],
  ])('fills in what the template decides: %j', (value, expected) => {
    expect(decided(value)).toEqual(expected);
  });

  it.each([
    [{ Ref: 'Undecided' }],
    [{ Ref: 'Secret' }],
    [{ Ref: 'Kept' }],
    [{ Ref: 'AWS::Region' }],
    [{ Ref: 'constructor' }],
    [{ Ref: { not: 'a name' } }],
    [{ 'Fn::GetAtt': ['Key', 'Arn'] }],
    [{ 'Fn::FindInMap': ['ByStage', { Ref: 'Undecided' }, 'Policy'] }],
    [{ 'Fn::FindInMap': 'nonsense' }],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Undecided' }]] }],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation writes it so
    [{ 'Fn::Sub': '${Key.Arn}' }],
    [{ 'Fn::Sub': ['a', {}] }],
    [{ 'Fn::If': 'nonsense' }],
  ])('leaves what it does not decide as it is written: %j', (value) => {
    expect(decided(value)).toEqual(value);
  });

  it('drops what is AWS::NoValue', () => {
    expect(variants({ Policy: { Ref: 'AWS::NoValue' }, Port: 1 })).toEqual([{ Port: 1 }]);
    expect(variants(undefined)).toEqual([{}]);
  });

  it('keeps together what one condition decides', () => {
    const found = variants({
      Port: { 'Fn::If': ['C', 443, 80] },
      Protocol: { 'Fn::If': ['C', 'HTTPS', 'HTTP'] },
    });
    expect(found).toEqual([
      { Port: 80, Protocol: 'HTTP' },
      { Port: 443, Protocol: 'HTTPS' },
    ]);
  });

  it('tries two conditions in every way, one inside the other too', () => {
    expect(
      variants({ A: { 'Fn::If': ['C', { 'Fn::If': ['D', 1, 2] }, 3] } }).map((each) => JSON.stringify(each)),
    ).toEqual(['{"A":3}', '{"A":3}', '{"A":2}', '{"A":1}']);
  });

  it('tries each of many conditions, alone and all but it, without trying every combination', () => {
    const names = Array.from({ length: 30 }, (_, index) => `C${index}`);
    const found = variants({
      List: names.map((name) => ({ 'Fn::If': [name, name, { Ref: 'AWS::NoValue' }] })),
    });
    expect(found).toHaveLength(62);
    for (const name of names) {
      expect(found).toContainEqual({ List: [name] });
      expect(found).toContainEqual({ List: names.filter((other) => other !== name) });
    }
  });
});

describe('judgeVariants', () => {
  it('says once what is wrong in several variants', () => {
    const resource = { Type: 'T', Properties: { A: { 'Fn::If': ['C', 1, 2] }, B: 'wrong' } };
    const judge = ({ A, B }: { A?: unknown; B?: unknown }) => [`B is ${B}`, ...(A === 2 ? ['A is 2'] : [])];
    expect(judgeVariants(resource, parseTemplate({}), judge)).toEqual(['B is wrong', 'A is 2']);
  });
});
