import {
  foreignTemplate,
  MOST_RESOURCES,
  TemplateError,
} from '../../../lib/checks/templates/foreign-template';

function problemIn(text: string, name = 'app.yaml'): string | undefined {
  try {
    foreignTemplate(name, text);
    return undefined;
  } catch (error) {
    if (error instanceof TemplateError) return error.message;
    throw error;
  }
}

function resources(count: number): string {
  const entries = Array.from({ length: count }, (_, index) => [`R${index}`, { Type: 'AWS::SNS::Topic' }]);
  return JSON.stringify({ Resources: Object.fromEntries(entries) });
}

describe('foreignTemplate', () => {
  it('reads a template with its lines', () => {
    const text = 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n';
    expect(foreignTemplate('app.yaml', text)).toMatchObject({
      name: 'app.yaml',
      template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } },
      lines: new Map([['Topic', 2]]),
    });
  });

  it.each([
    ['a: b: c', 'app.yaml:1:4: the template must be well-formed YAML'],
    ['hello', "app.yaml:1:1: the template must be an object, got: 'hello'"],
    ['[]', 'app.yaml:1:1: the template must be an object, got: []'],
    ['{"name":"not-a-template"}', "app.yaml:1:1: 'Resources' must have at least one resource, got: nothing"],
    ['Resources: {}', "app.yaml:1:1: 'Resources' must have at least one resource, got: an object"],
    ['Resources: [a]', "app.yaml:1:1: 'Resources' must have at least one resource, got: ['a']"],
    [
      'Resources:\n  A: {Type: x}\n  B: 5',
      "app.yaml:3:3: 'Resources.B' must be an object, got: a value of type number",
    ],
    [
      'Resources:\n  A: {Type: 5}',
      "app.yaml:2:3: 'Resources.A.Type' must be a string, got: a value of type number",
    ],
    [
      'Resources:\n  A: {Properties: {}}',
      "'Resources.A.Type' must be a string, got: a value of type undefined",
    ],
    [
      'Resources:\n  A:\n    Type: x\n    Properties:',
      "app.yaml:2:3: 'Resources.A.Properties' must be an object, got: null",
    ],
    ['Resources:\n  A: {Type: x, Metadata: []}', "'Resources.A.Metadata' must be an object, got: a list"],
    [
      'Resources:\n  a-b: {Type: x}',
      "app.yaml:2:3: 'Resources' must have names of letters and digits, got: 'a-b'",
    ],
    ['{"Resources":{"__proto__":{"Type":"x"}}}', "must have names of letters and digits, got: '__proto__'"],
    ['Resources:\n  Fn::ForEach::X: [a, [b], {}]', "app.yaml:2:3: 'Resources' must be written out"],
    ['Resources: {A: {Type: x}}\nOutputs: 5', "app.yaml:1:1: 'Outputs' must be an object"],
    ['Resources: {A: {Type: x}}\nParameters: []', "app.yaml:1:1: 'Parameters' must be an object"],
    [
      resources(MOST_RESOURCES + 1),
      `'Resources' must have at most ${MOST_RESOURCES} entries, got: ${MOST_RESOURCES + 1}`,
    ],
  ])('refuses %.60p with its place', (text, problem) => {
    expect(problemIn(text)).toContain(problem);
  });

  it.each([
    ['Parameters', { P: { Type: 'String', Default: 'x'.repeat(400_000) } }],
    ['Mappings', { M: { K: { V: 'x'.repeat(400_000) } } }],
  ])('refuses %s that would fill the memory once they are filled in', (part, content) => {
    const resource = {
      Type: 'AWS::SNS::Topic',
      Properties: { TopicName: { 'Fn::Sub': `\${P}`.repeat(1000) } },
    };
    const text = (more: object) => JSON.stringify({ ...more, Resources: { Topic: resource } });
    expect(problemIn(text({ [part]: content }))).toContain('must hold texts that are short enough');
    expect(problemIn(text({ [part]: { P: { Type: 'String', Default: 'short' } } }))).toBeUndefined();
  });

  it('refuses texts that are filled into each other without end', () => {
    const within = (times: number, inner: unknown) => ({ 'Fn::Sub': [`\${a}`.repeat(times), { a: inner }] });
    const text = (TopicName: unknown) =>
      JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName } } } });
    expect(problemIn(text(within(100, within(100, 'x'))))).toBeUndefined();
    const nested = Array.from({ length: 30 }).reduce((inner) => within(1, inner), 'x');
    expect(problemIn(text(nested))).toBeUndefined();
    expect(problemIn(text(within(5000, within(5000, within(5000, 'x')))))).toContain(
      'must hold texts that are short enough',
    );
  });

  it('refuses a resource with too many conditions to judge every way in which it may turn out', () => {
    const withConditions = (count: number) => {
      const Tags = Array.from({ length: count }, (_, i) => ({ 'Fn::If': [`C${i}`, 'a', 'b'] }));
      return JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { Tags } } } });
    };
    expect(problemIn(withConditions(200))).toBeUndefined();
    expect(problemIn(withConditions(2000))).toContain(
      "'Resources.Topic' must have fewer conditions for its size",
    );
  });

  it.each([
    [
      'ten thousand addresses',
      'AWS::WAFv2::IPSet',
      'Addresses',
      10_000,
      (i: number) => `10.0.${i >> 8}.${i & 255}/32`,
    ],
    [
      'a thousand rules',
      'AWS::EC2::SecurityGroup',
      'SecurityGroupIngress',
      1000,
      (i: number) => ({ IpProtocol: 'tcp', FromPort: i, ToPort: i, CidrIp: '10.0.0.0/8' }),
    ],
    [
      'twenty thousand statements',
      'AWS::IAM::Policy',
      'Statement',
      20_000,
      () => ({ Effect: 'Allow', Action: '*' }),
    ],
    [
      'twenty thousand addresses',
      'AWS::WAFv2::IPSet',
      'Addresses',
      20_000,
      (i: number) => `10.0.${i >> 8}.${i & 255}/32`,
    ],
  ])('takes lists as long as AWS does, and no endless ones: %s', (_what, Type, property, length, entryAt) => {
    const Properties = { [property]: Array.from({ length }, (_, i) => entryAt(i)) };
    const problem = problemIn(JSON.stringify({ Resources: { Subject: { Type, Properties } } }));
    if (length <= 10_000) expect(problem).toBeUndefined();
    else expect(problem).toContain('must have lists that are short enough');
  });

  it.each([
    ['open variables', `\${`.repeat(20_000), true],
    ['variables that are closed', `${'x'.repeat(50)}\${A}`.repeat(10_000), false],
    ['a few that are not', `${`\${`.repeat(10)}${'x'.repeat(100_000)}`, false],
  ])('refuses texts with too many %s only', (_what, text, refused) => {
    const problem = problemIn(
      JSON.stringify({ Description: text, Resources: { A: { Type: 'AWS::SNS::Topic' } } }),
    );
    if (refused) expect(problem).toContain('must close its variables');
    else expect(problem).toBeUndefined();
  });

  it('takes as many resources as it says', () => {
    expect(problemIn(resources(MOST_RESOURCES))).toBeUndefined();
  });

  it('lets no name of a file steer a terminal', () => {
    expect(problemIn('a: b: c', 'x\u001b[2J.yaml')).toMatch(/^x\\u001b\[2J\.yaml:1:4: /);
  });
});
