import type { RuleSubject } from '../baseline-rule';
import type { JsonObject, Template, TemplateResource } from '../template';
import { plainObject } from '../template-values/intrinsic';
import { type LocatedResource, resourcesBehind } from '../template-values/references';
import { resourcesOfType } from '../template-values/resources-of-type';
import { judgeVariants, variantsOf } from '../template-values/variants';
import { type EngineFamily, engineFamily } from './database-engines';

/** A database that decides about itself: a cluster, or an instance that is in none. */
export interface Database {
  readonly properties: JsonObject;
  readonly engine: unknown;
  /** Undefined for an engine that is unknown or that the template does not decide. */
  readonly family: EngineFamily | undefined;
  /** The property that names its parameter group, and its value. */
  readonly groupProperty: string;
  readonly group: unknown;
  /**
   * The parameters that each parameter group which may be meant sets, as lower-case texts where decided; empty when the group is not in
   * the templates, as the groups that AWS makes never are.
   */
  readonly parameters: readonly ReadonlyMap<string, unknown>[];
}

const GROUP_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::RDS::DBInstance': 'DBParameterGroupName',
  'AWS::RDS::DBCluster': 'DBClusterParameterGroupName',
};
const GROUP_TYPES = ['AWS::RDS::DBParameterGroup', 'AWS::RDS::DBClusterParameterGroup'];

/** What is wrong with a database in any of its variants; nothing with other resources and with the members of a cluster. */
export function judgeDatabase(
  subject: RuleSubject,
  judge: (database: Database) => readonly string[],
): readonly string[] {
  const { resource, template } = subject;
  const groupProperty = GROUP_PROPERTIES[resource.Type];
  if (groupProperty === undefined) return [];
  return judgeVariants(resource, template, (properties) => {
    if (isMember(resource.Type, properties)) return [];
    return databasesOf(properties, groupProperty, subject).flatMap(judge);
  });
}

/** The parameters that a group sets, in each of its variants, as lower-case texts where the template decides them. */
export function parametersOf(
  resource: TemplateResource,
  template: Template,
): readonly ReadonlyMap<string, unknown>[] {
  return variantsOf(resource, template).map(
    ({ Parameters }) =>
      new Map(
        Object.entries(plainObject(Parameters) ?? {}).map(([name, value]) => [
          name.toLowerCase(),
          typeof value === 'object' ? value : String(value).trim().toLowerCase(),
        ]),
      ),
  );
}

/** The cluster decides for its members, and instances of Aurora are always members. */
function isMember(type: string, { DBClusterIdentifier: cluster, Engine: engine }: JsonObject): boolean {
  return type === 'AWS::RDS::DBInstance' && (cluster !== undefined || String(engine).startsWith('aurora'));
}

/** A replica has the engine of its source, and its parameter group unless it names its own or is in another place. */
function databasesOf(
  properties: JsonObject,
  groupProperty: string,
  subject: RuleSubject,
): readonly Database[] {
  const sources = resourcesBehind(
    properties.SourceDBInstanceIdentifier,
    subject.template,
    subject.templates,
  ).flatMap(({ resource, template }) =>
    variantsOf(resource, template).map((source) => ({
      Engine: source.Engine,
      ...(template === subject.template ? { [groupProperty]: source[groupProperty] } : {}),
    })),
  );
  return (sources.length === 0 ? [{}] : sources).map((source: JsonObject) => {
    const { Engine: engine, [groupProperty]: group } = { ...source, ...properties };
    return {
      properties,
      engine,
      family: engineFamily(engine),
      groupProperty,
      group,
      parameters: groupsNamed(group, subject).flatMap(({ resource, template }) =>
        parametersOf(resource, template),
      ),
    };
  });
}

function groupsNamed(group: unknown, { template, templates }: RuleSubject): readonly LocatedResource[] {
  if (typeof group !== 'string') {
    return resourcesBehind(group, template, templates).filter(({ resource }) =>
      GROUP_TYPES.includes(resource.Type),
    );
  }
  const groups = templates.flatMap((each) => GROUP_TYPES.flatMap((type) => resourcesOfType(each, type)));
  return groups.filter(({ resource: { Properties = {} } }) =>
    [Properties.DBParameterGroupName, Properties.DBClusterParameterGroupName].includes(group),
  );
}
