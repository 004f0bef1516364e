import { databaseIdentity } from '../../../lib/checks/rules/database-identity';
import { againstResource } from './subject';

const ON = { EnableIAMDatabaseAuthentication: true };

describe('Baseline-DatabaseIdentity', () => {
  it.each<[string, object]>([
    ['AWS::RDS::DBInstance', { Engine: 'postgres', ...ON }],
    ['AWS::RDS::DBInstance', { Engine: 'mariadb', EnableIAMDatabaseAuthentication: 'true' }],
    ['AWS::RDS::DBCluster', { Engine: 'aurora-mysql', ...ON }],
    ['AWS::RDS::DBInstance', { Engine: 'aurora-mysql', DBClusterIdentifier: 'member' }],
    ['AWS::RDS::DBInstance', { Engine: 'sqlserver-se' }],
    ['AWS::RDS::DBInstance', { Engine: 'oracle-ee' }],
    ['AWS::SNS::Topic', {}],
  ])('accepts %s with %j', (type, properties) => {
    expect(againstResource(databaseIdentity, type, properties)).toEqual([]);
  });

  it.each<[string, object]>([
    ['AWS::RDS::DBInstance', { Engine: 'postgres' }],
    ['AWS::RDS::DBInstance', { Engine: 'mysql', EnableIAMDatabaseAuthentication: false }],
    ['AWS::RDS::DBInstance', { Engine: 'mysql', EnableIAMDatabaseAuthentication: { Ref: 'On' } }],
    ['AWS::RDS::DBInstance', { Engine: { Ref: 'Engine' } }],
    ['AWS::RDS::DBCluster', { Engine: 'aurora-postgresql' }],
  ])('refuses %s with %j', (type, properties) => {
    expect(againstResource(databaseIdentity, type, properties)).toEqual([
      expect.stringContaining('EnableIAMDatabaseAuthentication must be true, got:'),
    ]);
  });
});
