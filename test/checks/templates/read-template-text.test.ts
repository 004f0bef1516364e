import { readTemplateText } from '../../../lib/checks/templates/read-template-text';
import { TextProblem } from '../../../lib/checks/templates/text-problem';

function valueIn(yaml: string): unknown {
  return (readTemplateText(`Value: ${yaml}`).json as { Value: unknown }).Value;
}

/** `line:column: what is wrong`; undefined when nothing is. */
function problemIn(text: string): string | undefined {
  try {
    readTemplateText(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof TextProblem)) throw error;
    const { line, column } = error.placeIn(text);
    return `${line}:${column}: ${error.message}`;
  }
}

/** Ten anchors of ten aliases each: ten thousand million values in two hundred characters. */
const LAUGHS = [
  'a0: &a0 [1]',
  ...Array.from({ length: 10 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(10)}]`),
].join('\n');

describe('a template as text', () => {
  it('tells where each resource begins, in JSON and in YAML', () => {
    const json = '{\n "Resources": {\n  "A": { "Type": "x" },\n\n\t"B": { "Type": "y" } } }';
    expect([...readTemplateText(json).places]).toEqual([
      ['A', { line: 3, column: 3 }],
      ['B', { line: 5, column: 2 }],
    ]);
    const yaml = 'Resources:\r\n  A:\r\n    Type: x\r\n  # B\r\n  B: { Type: y }\r\n';
    expect([...readTemplateText(yaml).places].map(([id, { line }]) => [id, line])).toEqual([
      ['A', 2],
      ['B', 5],
    ]);
  });

  it.each([
    ['!Ref A', { Ref: 'A' }],
    ['!Condition C', { Condition: 'C' }],
    ['!GetAtt A.B.C', { 'Fn::GetAtt': ['A', 'B.C'] }],
    ['!GetAtt [A, B]', { 'Fn::GetAtt': ['A', 'B'] }],
    [`!Sub "x\${A}"`, { 'Fn::Sub': `x\${A}` }],
    [`!Sub [ "\${a}", { a: !ImportValue b } ]`, { 'Fn::Sub': [`\${a}`, { a: { 'Fn::ImportValue': 'b' } }] }],
    ['!If [C, 1, !Ref "AWS::NoValue"]', { 'Fn::If': ['C', 1, { Ref: 'AWS::NoValue' }] }],
    ["!Join ['-', [a, !GetAZs '']]", { 'Fn::Join': ['-', ['a', { 'Fn::GetAZs': '' }]] }],
    ['!Select [0, !Split [",", x]]', { 'Fn::Select': [0, { 'Fn::Split': [',', 'x'] }] }],
    ['!Transform { Name: "AWS::Include" }', { 'Fn::Transform': { Name: 'AWS::Include' } }],
    ['{ "Fn::GetAtt": [A, B] }', { 'Fn::GetAtt': ['A', 'B'] }],
  ])('has %s in its long form', (yaml, expected) => {
    expect(valueIn(yaml)).toEqual(expected);
  });

  it.each([
    ['2012-10-17', '2012-10-17'],
    ['12:30:45', '12:30:45'],
    ['yes', true],
    ['Off', false],
    ['y', 'y'],
    ['"yes"', 'yes'],
    ['!!str 5', '5'],
    ['0x1F', 31],
    ['~', null],
    ['', null],
  ])('reads %p as CloudFormation does', (yaml, expected) => {
    expect(valueIn(yaml)).toBe(expected);
  });

  it('keeps keys as they are written', () => {
    expect(valueIn('\n  on: 1\n  012: 2\n  1.0: 3')).toEqual({ on: 1, '012': 2, '1.0': 3 });
  });

  it('writes aliases out', () => {
    expect(readTemplateText('a: &x { b: 1 }\nc: [*x, *x]').json).toEqual({
      a: { b: 1 },
      c: [{ b: 1 }, { b: 1 }],
    });
  });

  it.each(['__proto__', 'constructor', 'toString'])('takes %s for a key like any other', (key) => {
    const { json } = readTemplateText(`{ "Resources": { "${key}": { "Type": "x", "polluted": true } } }`);
    const { Resources } = json as { Resources: object };
    expect(Object.keys(Resources)).toEqual([key]);
    expect(Object.getPrototypeOf(Resources)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['{"a":1,}', '1:8: the template must be well-formed JSON, got: something else than a key'],
    [
      '{\n "a": 1\n "b": 2\n}',
      "3:2: the template must be well-formed JSON, got: something else than ',' or '}'",
    ],
    ['{"a": {', '1:8: the template must be well-formed JSON'],
    ['a: b: c', '1:4: the template must be well-formed YAML, got: Nested mappings are not allowed'],
    ['a:\n\tb: 1', '2:1: the template must be well-formed YAML'],
    ['a: "b', '1:6: the template must be well-formed YAML'],
    ['a: 1\nb: 2\na: 3', "3:1: the template must not repeat a key, got: 'a' again"],
    ['{"a":1,\n"a":2}', "2:1: the template must not repeat a key, got: 'a' again"],
    ['a: !Foo b', "1:9: the template must have tags of CloudFormation only, got: '!Foo'"],
    ['a: !!binary YQ==', '1:13: the template must have tags of CloudFormation only'],
    ['a: *b', "1:4: the template must have an anchor for every alias, got: none for 'b'"],
    ['a: &b [*b]', "1:8: the template must not contain itself, got: 'b' within itself"],
    ['a: &b { c: 1 }\nd:\n  <<: *b', "3:3: the template must not merge mappings with '<<'"],
    ['? [a]\n: 1', '1:3: the template must have texts as keys'],
    ['~: 1', '1:1: the template must have texts as keys'],
    ['a: 1\n---\nb: 2', "2:1: the template must be one document, got: a second one after '---'"],
    ['', '1:1: the template must be a template, got: nothing'],
    ['# nothing', '1:1: the template must be a template, got: nothing'],
    [LAUGHS, ': the template must hold at most 500000 values, aliases written out, got: more'],
    ['['.repeat(1_000_000), '1:102: the template must nest at most 100 levels deep, got: more'],
    ['{"a":'.repeat(200_000), ': the template must nest at most 100 levels deep, got: more'],
    ['- '.repeat(200_000), ': the template must nest at most 100 levels deep, got: more'],
    [`a: ${'|'.repeat(100_000)}`, 'Block scalar header includes extra characters'],
  ])('is refused where something is wrong: %.40p', (text, problem) => {
    expect(problemIn(text)).toContain(problem);
    expect((problemIn(text) ?? '').length).toBeLessThan(400);
  });
});
