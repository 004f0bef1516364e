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

  it('takes as many resources as it says', () => {
    expect(problemIn(resources(MOST_RESOURCES))).toBeUndefined();
  });

  it('lets no name of a file steer a terminal', () => {
    expect(problemIn('a: b: c', 'x\u001b[2J.yaml')).toMatch(/^x\\u001b\[2J\.yaml:1:4: /);
  });
});
