import { databaseTls } from '../../../lib/checks/rules/database-tls';
import { databaseTemplate } from './database-template';
import { against, againstResource } from './subject';

const INSTANCE = 'AWS::RDS::DBInstance';

describe('Baseline-DatabaseTls', () => {
  it.each([
    ['postgres', 'rds.force_ssl', '1'],
    ['postgres', 'rds.force_ssl', 1],
    ['sqlserver-se', 'rds.force_ssl', '1'],
    ['mysql', 'require_secure_transport', 'ON'],
    ['mariadb', 'require_secure_transport', true],
    ['db2-se', 'db2comm', 'SSL'],
  ])('accepts %s with %s = %j', (Engine, name, value) => {
    expect(against(databaseTls, databaseTemplate({ Engine }, { [name]: value }))).toEqual([]);
  });

  it.each([
    ['postgres', { 'rds.force_ssl': '0' }, "rds.force_ssl must be 1, got: '0'"],
    ['postgres', {}, 'rds.force_ssl must be 1, got: none'],
    ['postgres', { require_secure_transport: '1' }, 'rds.force_ssl must be 1, got: none'],
    ['postgres', { 'rds.force_ssl': { Ref: 'Force' } }, 'does not decide'],
    ['mysql', { require_secure_transport: 'OFF' }, "require_secure_transport must be 1, got: 'off'"],
    ['db2-se', { db2comm: 'TCPIP,SSL' }, "db2comm must be ssl, got: 'tcpip,ssl'"],
    ['unheard-of', { 'rds.force_ssl': '1' }, 'Engine must be one whose TLS a parameter can force'],
  ])('refuses %s with %j', (Engine, parameters, message) => {
    expect(against(databaseTls, databaseTemplate({ Engine }, parameters))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it.each([
    [{ Engine: 'postgres' }, 'got: none'],
    [{ Engine: 'postgres', DBParameterGroupName: 'default.postgres17' }, "got: 'default.postgres17'"],
    [{ Engine: 'postgres', DBParameterGroupName: { Ref: 'Elsewhere' } }, 'does not decide'],
    [{ Engine: { Ref: 'Engine' } }, 'Engine must be one'],
    [{}, 'Engine must be one'],
  ])('refuses a database without a parameter group of its own: %j', (properties, message) => {
    expect(againstResource(databaseTls, INSTANCE, properties)).toEqual([expect.stringContaining(message)]);
  });

  it.each(['aurora-postgresql', 'postgres'])('judges a cluster of %s, and not its members', (Engine) => {
    const forced = { 'rds.force_ssl': '1' };
    expect(against(databaseTls, databaseTemplate({ Engine }, forced, 'DBCluster'))).toEqual([]);
    expect(against(databaseTls, databaseTemplate({ Engine }, {}, 'DBCluster'))).toHaveLength(1);
    expect(
      againstResource(databaseTls, INSTANCE, { Engine, DBClusterIdentifier: { Ref: 'Cluster' } }),
    ).toEqual([]);
  });

  it('finds the parameter group by its name, and in another stack', () => {
    const group = (Parameters: object) => ({
      Resources: {
        Group: {
          Type: 'AWS::RDS::DBParameterGroup',
          Properties: { DBParameterGroupName: 'ours', Family: 'postgres17', Parameters },
        },
      },
      Outputs: { GroupName: { Value: { Ref: 'Group' } } },
    });
    for (const name of ['ours', { 'Fn::GetStackOutput': { StackName: 'x', OutputName: 'GroupName' } }]) {
      const database = { Type: INSTANCE, Properties: { Engine: 'postgres', DBParameterGroupName: name } };
      const template = { Resources: { Database: database } };
      expect(against(databaseTls, template, group({ 'rds.force_ssl': '1' }))).toEqual([]);
      expect(against(databaseTls, template, group({}))).toHaveLength(1);
    }
  });

  it('judges a replica by its source where it stands beside it, and by its own group elsewhere', () => {
    const replica = (SourceDBInstanceIdentifier: object) => ({
      Type: INSTANCE,
      Properties: { SourceDBInstanceIdentifier },
    });
    const source = (force: string) =>
      databaseTemplate({ Engine: 'postgres' }, { 'rds.force_ssl': force }) as { Resources: object };
    const beside = (force: string) => ({
      Resources: { ...source(force).Resources, Replica: replica({ Ref: 'Database' }) },
    });
    expect(against(databaseTls, beside('1'))).toEqual([]);
    expect(against(databaseTls, beside('0'))).toHaveLength(2);
    const apart = { Resources: { Replica: replica({ 'Fn::ImportValue': 'source' }) } };
    const exported = {
      ...source('1'),
      Outputs: { A: { Value: { Ref: 'Database' }, Export: { Name: 'source' } } },
    };
    expect(against(databaseTls, apart, exported)).toEqual([
      expect.stringContaining('in the templates, got: none'),
    ]);
  });

  it.each([
    ['REQUIRED', 0],
    ['REQUESTED', 1],
  ])('judges an Oracle database by its option group: %s', (Value, count) => {
    const OptionSettings = [{ Name: 'SQLNET.ENCRYPTION_SERVER', Value }];
    const template = {
      Resources: {
        Database: {
          Type: INSTANCE,
          Properties: { Engine: 'oracle-ee', OptionGroupName: { Ref: 'Options' } },
        },
        Options: {
          Type: 'AWS::RDS::OptionGroup',
          Properties: { OptionConfigurations: [{ OptionName: 'NATIVE_NETWORK_ENCRYPTION', OptionSettings }] },
        },
      },
    };
    expect(against(databaseTls, template)).toHaveLength(count);
  });

  it('refuses an Oracle database without an option group', () => {
    expect(againstResource(databaseTls, INSTANCE, { Engine: 'oracle-ee' })).toHaveLength(1);
  });

  it.each([
    ['AWS::DocDB::DBClusterParameterGroup', undefined, 0],
    ['AWS::DocDB::DBClusterParameterGroup', { tls: 'enabled' }, 0],
    ['AWS::DocDB::DBClusterParameterGroup', { tls: 'tls1.3+' }, 0],
    ['AWS::DocDB::DBClusterParameterGroup', { tls: 'disabled' }, 1],
    ['AWS::DocDB::DBClusterParameterGroup', { tls: { Ref: 'Tls' } }, 1],
    ['AWS::Neptune::DBClusterParameterGroup', { neptune_enforce_ssl: 1 }, 0],
    ['AWS::Neptune::DBClusterParameterGroup', { neptune_enforce_ssl: 0 }, 1],
  ])('judges a group of databases that force TLS by default: %s with %j', (type, Parameters, count) => {
    expect(againstResource(databaseTls, type, { Parameters })).toHaveLength(count);
  });

  it.each([
    [{ RequireTLS: true }, 0],
    [{ RequireTLS: false }, 1],
    [{}, 1],
  ])('judges a proxy: %j', (properties, count) => {
    expect(againstResource(databaseTls, 'AWS::RDS::DBProxy', properties)).toHaveLength(count);
  });
});
