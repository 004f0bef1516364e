import { UsageError } from '../../../lib/commands/command';
import { parseReportArguments } from '../../../lib/commands/report-arguments';

describe('parseReportArguments', () => {
  it('needs only a directory', () => {
    expect(parseReportArguments(['--out', 'report'])).toEqual({
      out: 'report',
      since: undefined,
      asOf: undefined,
      context: {},
      templates: [],
    });
  });

  it('reads everything else as check reads it', () => {
    const args = [
      '--out=r',
      '--since',
      '-',
      '-e',
      'sandbox',
      '--as-of',
      '2026-12-01',
      '-c',
      'a=b=c',
      '-c',
      'd=',
    ];
    expect(parseReportArguments(args)).toEqual({
      out: 'r',
      since: '-',
      asOf: '2026-12-01',
      context: { a: 'b=c', d: '', environment: 'sandbox' },
      templates: [],
    });
    expect(parseReportArguments(['a.json', '--out', 'r', '--', '--b.yaml']).templates).toEqual([
      'a.json',
      '--b.yaml',
    ]);
  });

  it('takes a value that looks like an option for a value', () => {
    expect(parseReportArguments(['--out', 'r', '--context=-x=y']).context).toEqual({ '-x': 'y' });
    expect(parseReportArguments(['--out', 'r', '--environment=--since']).context).toEqual({
      environment: '--since',
    });
  });

  it.each([
    ['no directory', [], "'--out' must name the directory to write into"],
    ['an empty directory', ['--out='], "'--out' must name the directory to write into"],
    ['an unknown option', ['--out', 'r', '--format', 'json'], 'hipaa report --help'],
    [
      'an environment of a template',
      ['--out', 'r', '-e', 'sandbox', 'a.json'],
      "'--environment' must be left out",
    ],
    ['two things on standard input', ['--out', 'r', '--since', '-', '-'], "'--since' must not be '-'"],
    ['a date that does not exist', ['--out', 'r', '--as-of', '2026-02-30'], "'--as-of' must be a date"],
    ['context without a value', ['--out', 'r', '-c', 'a'], "'-c' must be key=value"],
  ])('refuses %s', (_, args, message) => {
    expect(() => parseReportArguments(args)).toThrow(UsageError);
    expect(() => parseReportArguments(args)).toThrow(message);
  });
});
