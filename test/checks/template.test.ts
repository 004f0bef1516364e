import { parseTemplate } from '../../lib/checks/template';

describe('parseTemplate', () => {
  it('reads resources and outputs, and takes absent ones as none', () => {
    expect(parseTemplate({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } })).toEqual({
      Resources: { Topic: { Type: 'AWS::SNS::Topic' } },
      Outputs: {},
    });
    expect(parseTemplate({})).toEqual({ Resources: {}, Outputs: {} });
  });

  it('reads what else the checks look at, and leaves out what is absent', () => {
    const parts = {
      Description: 'Records',
      Metadata: { A: 1 },
      Parameters: { Port: { Type: 'Number', Default: 443 } },
      Mappings: { Ports: { dev: { Port: 443 } } },
    };
    expect(parseTemplate({ ...parts, Conditions: {} })).toStrictEqual({
      Resources: {},
      Outputs: {},
      ...parts,
    });
    expect(parseTemplate({})).toStrictEqual({ Resources: {}, Outputs: {} });
  });

  it.each([
    [null, 'a template must be a JSON object, got: null'],
    [[], 'a template must be a JSON object, got: a list'],
    [{ Resources: [] }, "'Resources' must be an object, got: a list"],
    [{ Parameters: [] }, "'Parameters' must be an object, got: a list"],
    [{ Outputs: 1 }, "'Outputs' must be an object, got: a value of type number"],
    [{ Resources: { A: null } }, "'Resources.A' must be an object, got: null"],
    [{ Resources: { A: {} } }, "'Resources.A.Type' must be a string, got: a value of type undefined"],
    [
      { Resources: { A: { Type: 'T', Properties: 'x' } } },
      "'Resources.A.Properties' must be an object, got: a value of type string",
    ],
    [
      { Resources: { A: { Type: 'T', Metadata: [] } } },
      "'Resources.A.Metadata' must be an object, got: a list",
    ],
  ])('refuses %j', (json, message) => {
    expect(() => parseTemplate(json)).toThrow(message);
  });
});
