import { parseCheckArguments } from '../../lib/commands/check-arguments';
import { UsageError } from '../../lib/commands/command';

describe('parseCheckArguments', () => {
  it('asks for all environments, as text, today, when nothing is given', () => {
    expect(parseCheckArguments([])).toEqual({
      format: 'text',
      asOf: undefined,
      context: {},
      templates: [],
    });
  });

  it.each([
    [['--format', 'json'], { format: 'json' }],
    [['--format=sarif'], { format: 'sarif' }],
    [['--as-of', '2027-01-31'], { asOf: '2027-01-31' }],
    [['--environment', 'sandbox'], { context: { environment: 'sandbox' } }],
    [['-e', 'sandbox', '-c', 'alertEmail=a=b'], { context: { environment: 'sandbox', alertEmail: 'a=b' } }],
    [['-c', 'environment=sandbox'], { context: { environment: 'sandbox' } }],
    [['-c', 'environment=a', '--environment', 'b'], { context: { environment: 'b' } }],
    [['--context', 'a=1', '-c', 'b='], { context: { a: '1', b: '' } }],
    [['a.yaml', '--format', 'json', '-'], { format: 'json', templates: ['a.yaml', '-'] }],
  ])('reads %j', (args, expected) => {
    expect(parseCheckArguments(args)).toMatchObject(expected);
  });

  it.each([
    [['--format', 'xml'], "'--format' must be one of text, json, sarif, got: 'xml'"],
    [['--format', ''], "'--format' must be one of"],
    [['--as-of', '2026-02-29'], "'--as-of' must be a date that exists, as YYYY-MM-DD, got: '2026-02-29'"],
    [['-c', 'alertEmail'], "'-c' must be key=value, got: 'alertEmail'"],
    [['-c', '=x'], "'-c' must be key=value, got: '=x'"],
    [['--fast'], "Unknown option '--fast'"],
    [['--environment'], 'argument missing'],
    [
      ['a.yaml', '-e', 'sandbox'],
      "'--environment' must be left out where templates are given, which belong to no environment of this project, got: 'sandbox'",
    ],
    [['a.yaml', '-c', 'alertEmail=a@b.example'], "'-c' must be left out where templates are given"],
    [['--format', '\u001b[2J'], "got: '\\u001b[2J'"],
  ])('refuses %j', (args, message) => {
    expect(() => parseCheckArguments(args)).toThrow(UsageError);
    expect(() => parseCheckArguments(args)).toThrow(message);
  });
});
