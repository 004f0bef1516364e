import { InterfaceVpcEndpointAwsService } from 'aws-cdk-lib/aws-ec2';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { PostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { z } from 'zod';
import { partitionOf } from '../../lib/config/partition';
import { REGIONS } from '../../lib/config/regions';
import { environmentSchema } from '../../lib/config/schema';
import { fieldsOf } from './schema-fields';

function choicesOf(path: string): readonly unknown[] {
  const kind = fieldsOf(environmentSchema).find((field) => field.path === path)?.kind;
  if (kind instanceof z.ZodEnum) {
    return kind.options;
  }
  return kind instanceof z.ZodLiteral ? [...kind.values] : [];
}

describe('a choice', () => {
  it('of retention is every one that CloudWatch Logs has, from the floor on', () => {
    const known = Object.values(RetentionDays).filter((days) => typeof days === 'number' && days < 9999);
    const from = (floor: number): unknown[] => known.filter((days) => Number(days) >= floor);
    expect(choicesOf('retention.auditDays')).toEqual(from(2192));
    expect(choicesOf('retention.databaseLogDays')).toEqual(from(365));
    expect(choicesOf('retention.flowLogDays')).toEqual(from(365));
    expect(choicesOf('retention.applicationLogDays')).toEqual(from(365));
  });

  it('of interface endpoints is the short name of a service that the CDK knows', () => {
    const known = Object.values(InterfaceVpcEndpointAwsService).map((service) =>
      service instanceof InterfaceVpcEndpointAwsService ? service.shortName : undefined,
    );
    const choices = choicesOf('network.interfaceEndpoints');
    expect(choices.length).toBeGreaterThan(20);
    expect(choices.filter((name) => !known.some((other) => other === name))).toEqual([]);
  });

  it('of region is every one that the CDK knows in our partitions', () => {
    const known = RegionInfo.regions
      .filter(({ partition }) => partition === 'aws' || partition === 'aws-us-gov')
      .map(({ name }) => name);
    expect(REGIONS).toEqual(known.sort());
    for (const { name, partition } of RegionInfo.regions.filter(({ name }) => known.includes(name)))
      expect([name, partitionOf(name)]).toEqual([name, partition]);
  });

  it('of PostgreSQL is a major version that RDS offers', () => {
    const offered = Object.values(PostgresEngineVersion).map((version) =>
      version instanceof PostgresEngineVersion ? version.postgresFullVersion : undefined,
    );
    const choices = choicesOf('database.engineVersion');
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.filter((major) => !offered.some((version) => version === major))).toEqual([]);
  });
});
