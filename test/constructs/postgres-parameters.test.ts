import { POSTGRES_MAJOR_VERSIONS, postgresParameters } from '../../lib/constructs/postgres-parameters';

const settings = Object.fromEntries(postgresParameters('17').map(({ name, value }) => [name, value]));

describe('postgresParameters', () => {
  it.each([
    ['rds.force_ssl', '1'],
    ['ssl_min_protocol_version', 'TLSv1.2'],
    ['password_encryption', 'scram-sha-256'],
    ['rds.accepted_password_auth_method', 'scram'],
    ['shared_preload_libraries', 'pg_stat_statements,pgaudit'],
    ['pgaudit.log', 'ddl,role'],
    ['pgaudit.log_catalog', '1'],
    ['pgaudit.log_relation', '1'],
    ['pgaudit.log_level', 'log'],
    ['log_connections', '1'],
    ['log_disconnections', '1'],
  ])('forces TLS and audits: %s is %s', (name, value) => {
    expect(settings[name]).toBe(value);
  });

  // Each one alone puts a value of a row, a literal or a bound parameter into the log.
  it.each([
    ['log_min_messages', 'log'],
    ['log_min_error_statement', 'panic'],
    ['log_error_verbosity', 'terse'],
    ['log_destination', 'stderr'],
    ['log_statement', 'none'],
    ['log_min_duration_statement', '-1'],
    ['log_min_duration_sample', '-1'],
    ['log_transaction_sample_rate', '0'],
    ['log_parameter_max_length', '0'],
    ['log_parameter_max_length_on_error', '0'],
    ['pgaudit.log_parameter', '0'],
    ['pgaudit.log_statement_once', '1'],
    ['debug_print_parse', '0'],
    ['debug_print_rewritten', '0'],
    ['debug_print_plan', '0'],
    ['auto_explain.log_min_duration', '-1'],
    ['pg_stat_statements.track_utility', '0'],
  ])('writes no values to the log: %s is %s', (name, value) => {
    expect(settings[name]).toBe(value);
  });

  it('sets nothing else, for RDS refuses a whole group with one name that it does not offer', () => {
    expect(Object.keys(settings)).toHaveLength(28);
    expect(settings).not.toHaveProperty(['pgaudit.log_statement']);
  });

  it('does not preload what would log plans', () => {
    expect(settings.shared_preload_libraries).not.toContain('auto_explain');
  });

  it.each([
    ['15', '1'],
    ['16', '1'],
    ['17', '1'],
    ['18', 'all'],
  ] as const)('logs connections in the spelling of version %s: %s', (version, value) => {
    const parameter = postgresParameters(version).find(({ name }) => name === 'log_connections');
    expect(parameter?.value).toBe(value);
  });

  it.each(POSTGRES_MAJOR_VERSIONS)(
    'gives a reason and a citation for every setting of version %s',
    (version) => {
      const parameters = postgresParameters(version);
      for (const { why, citation } of parameters) {
        expect(why).toMatch(/^\S.*\.$/);
        expect(citation).toMatch(/^164\.312\([a-e]\)/);
      }
      expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    },
  );
});
