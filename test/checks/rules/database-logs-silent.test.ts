import { databaseLogsSilent } from '../../../lib/checks/rules/database-logs-silent';
import { POSTGRES_MAJOR_VERSIONS, postgresParameters } from '../../../lib/constructs/postgres-parameters';
import { againstResource } from './subject';

const SILENT = { log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_min_messages: 'log' };

function group(parameters: object | undefined, Family: unknown = 'postgres17'): readonly string[] {
  return againstResource(databaseLogsSilent, 'AWS::RDS::DBParameterGroup', {
    Family,
    Parameters: parameters,
  });
}

describe('Baseline-DatabaseLogsSilent', () => {
  it.each(POSTGRES_MAJOR_VERSIONS)(
    "accepts what the baseline's own database sets for PostgreSQL %s",
    (version) => {
      const parameters = postgresParameters(version).map(({ name, value }) => [name, value]);
      expect(group(Object.fromEntries(parameters), `postgres${version}`)).toEqual([]);
    },
  );

  it('accepts the least that keeps the log silent', () => {
    expect(group(SILENT)).toEqual([]);
    expect(group({ ...SILENT, log_min_messages: 'FATAL', 'pgaudit.log_parameter': 'off' })).toEqual([]);
  });

  it.each([
    ['log_statement', 'ddl'],
    ['log_statement', 'all'],
    ['log_min_duration_statement', '0'],
    ['log_min_duration_statement', 1000],
    ['log_min_duration_sample', '0'],
    ['log_transaction_sample_rate', '0.5'],
    ['log_error_verbosity', 'default'],
    ['log_error_verbosity', 'verbose'],
    ['log_min_error_statement', 'error'],
    ['log_min_messages', 'warning'],
    ['log_destination', 'stderr,csvlog'],
    ['log_parameter_max_length_on_error', '-1'],
    ['pgaudit.log_parameter', '1'],
    ['pgaudit.log_parameter', true],
    ['debug_print_parse', 'on'],
    ['debug_print_rewritten', 'on'],
    ['debug_print_plan', '1'],
    ['auto_explain.log_min_duration', '0'],
    ['log_statement', { Ref: 'Statements' }],
  ])('refuses %s = %j', (name, value) => {
    expect(group({ ...SILENT, [name]: value })).toEqual([
      expect.stringMatching(`^Parameter ${name} must be .*, got: `),
    ]);
  });

  it.each(Object.keys(SILENT))('refuses a group that leaves %s at its default', (name) => {
    const { [name]: _, ...rest } = SILENT as Record<string, string>;
    expect(group(rest)).toEqual([expect.stringContaining(`${name} must be`)]);
  });

  it('judges groups of clusters, and says of an undecided family that it cannot', () => {
    const cluster = { Family: 'aurora-postgresql16', Parameters: { ...SILENT, log_statement: 'all' } };
    expect(againstResource(databaseLogsSilent, 'AWS::RDS::DBClusterParameterGroup', cluster)).toHaveLength(1);
    expect(group(SILENT, { Ref: 'Family' })).toEqual([expect.stringContaining('does not decide')]);
    expect(group(undefined)).toHaveLength(3);
  });

  it.each([
    [{ general_log: '1' }, 1],
    [{ slow_query_log: 1 }, 1],
    [{ general_log: '0', slow_query_log: 'OFF' }, 0],
    [undefined, 0],
  ])('judges MySQL: %j', (parameters, count) => {
    expect(group(parameters, 'mysql8.4')).toHaveLength(count);
  });

  it('asks nothing of SQL Server, whose log holds no statements, and nothing of other resources', () => {
    expect(group({ log_statement: 'all' }, 'sqlserver-se-16.0')).toEqual([]);
    expect(againstResource(databaseLogsSilent, 'AWS::RDS::OptionGroup', {})).toEqual([]);
  });
});
