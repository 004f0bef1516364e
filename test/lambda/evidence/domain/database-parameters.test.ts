import { readConfigurationItem } from '../../../../lambda/evidence/domain/configuration-item';
import {
  groupsInUse,
  judgeAudited,
  judgeTlsForced,
} from '../../../../lambda/evidence/domain/database-parameters';
import { postgresParameters } from '../../../../lib/constructs/postgres-parameters';
import { databaseItem } from '../recorded-items';

const OURS = new Map(postgresParameters('17').map(({ name, value }) => [name, value]));
const ours = (changes: Readonly<Record<string, string>>) => new Map([...OURS, ...Object.entries(changes)]);

function used(configuration: object) {
  const item = readConfigurationItem(databaseItem(configuration));
  if (item === undefined) throw new Error("'item' must be one");
  const answer = groupsInUse(item);
  return answer.kind === 'judged' ? answer.groups : answer.judgement.compliance;
}

const group = (parameterApplyStatus: string) => ({
  dBParameterGroups: [{ dBParameterGroupName: 'g', parameterApplyStatus }],
});

describe('the parameter groups in use', () => {
  it.each<[string, object, readonly string[] | string]>([
    ['an instance in step', {}, ['sandbox-data-databaseparameters-x1']],
    ['a group that waits for a reboot', group('pending-reboot'), 'NON_COMPLIANT'],
    ['a group that is being applied', group('applying'), 'NON_COMPLIANT'],
    ['a group in a state that nobody knows', group('odd'), 'NON_COMPLIANT'],
    ['no group', { dBParameterGroups: [] }, 'NON_COMPLIANT'],
    ['groups that are no list', { dBParameterGroups: 'g' }, 'NON_COMPLIANT'],
    ['a group without a name', { dBParameterGroups: [{ parameterApplyStatus: 'in-sync' }] }, 'NON_COMPLIANT'],
    ['a cluster of Aurora', { engine: 'aurora-postgresql' }, 'NON_COMPLIANT'],
    ['an engine that is not told', { engine: null }, 'NON_COMPLIANT'],
    ['another engine', { engine: 'mysql' }, 'NOT_APPLICABLE'],
  ])('of %s are told', (_what, configuration, expected) => {
    expect(used(configuration)).toEqual(expected);
  });
});

describe('TLS in a parameter group', () => {
  it.each<[string, readonly ReadonlyMap<string, string>[], string]>([
    ['of ours', [OURS], 'COMPLIANT'],
    ['that does not force it', [ours({ 'rds.force_ssl': '0' })], 'NON_COMPLIANT'],
    ['that does not say', [new Map()], 'NON_COMPLIANT'],
    ['beside one that forces it', [OURS, new Map()], 'NON_COMPLIANT'],
    ['that is not there', [], 'NON_COMPLIANT'],
  ])('%s is judged', (_what, groups, compliance) => {
    expect(judgeTlsForced(groups).compliance).toBe(compliance);
  });
});

describe('pgaudit in a parameter group', () => {
  it.each<[string, readonly ReadonlyMap<string, string>[], string]>([
    ['of ours', [OURS], 'COMPLIANT'],
    ['that records all', [ours({ 'pgaudit.log': 'ALL' })], 'COMPLIANT'],
    ['that loads it among others', [ours({ shared_preload_libraries: 'pg_cron, pgaudit' })], 'COMPLIANT'],
    ['that does not load it', [ours({ shared_preload_libraries: 'pg_stat_statements' })], 'NON_COMPLIANT'],
    ['that loads what is called alike', [ours({ shared_preload_libraries: 'pgaudit2' })], 'NON_COMPLIANT'],
    ['that records nothing', [ours({ 'pgaudit.log': 'none' })], 'NON_COMPLIANT'],
    ['that only takes away', [ours({ 'pgaudit.log': '-misc' })], 'NON_COMPLIANT'],
    ['that does not say', [new Map([['shared_preload_libraries', 'pgaudit']])], 'NON_COMPLIANT'],
    ['that is not there', [], 'NON_COMPLIANT'],
  ])('%s is judged', (_what, groups, compliance) => {
    expect(judgeAudited(groups).compliance).toBe(compliance);
  });
});
