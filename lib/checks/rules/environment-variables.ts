import type { JsonObject } from '../template';
import { plainObject } from '../template-values/intrinsic';
import { valuesAt } from '../template-values/values-at';

/** A variable that a program is started with. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: unknown;
}

/** Where variables stand: type → paths to an object by name, or to a list of `Name` and `Value`. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Amplify::App': ['EnvironmentVariables'],
  'AWS::Amplify::Branch': ['EnvironmentVariables'],
  'AWS::AppRunner::Service': [
    'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
    'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
  ],
  'AWS::Batch::JobDefinition': [
    'ContainerProperties.Environment',
    'NodeProperties.NodeRangeProperties.*.Container.Environment',
    'EcsProperties.TaskProperties.*.Containers.*.Environment',
  ],
  'AWS::CloudFormation::Stack': ['Parameters'],
  'AWS::CodeBuild::Project': ['Environment.EnvironmentVariables'],
  'AWS::ECS::TaskDefinition': ['ContainerDefinitions.*.Environment'],
  'AWS::ElasticBeanstalk::Environment': ['OptionSettings'],
  'AWS::Glue::Job': ['DefaultArguments'],
  'AWS::Lambda::Function': ['Environment.Variables'],
  'AWS::Lightsail::Container': ['ContainerServiceDeployment.Containers.*.Environment'],
  'AWS::MWAA::Environment': ['AirflowConfigurationOptions'],
  'AWS::SageMaker::Model': ['PrimaryContainer.Environment', 'Containers.*.Environment'],
  'AWS::Serverless::Function': ['Environment.Variables'],
  'AWS::Synthetics::Canary': ['RunConfig.EnvironmentVariables'],
};

/** Types of a variable whose value only says where to find it. */
const STORED = ['PARAMETER_STORE', 'SECRETS_MANAGER'];

/** The variables of a resource that are written in plain text where they stand. */
export function environmentVariables(type: string, properties: JsonObject): readonly EnvironmentVariable[] {
  const paths = Object.hasOwn(PATHS, type) ? (PATHS[type] ?? []) : [];
  return paths.flatMap((path) => valuesAt(properties, path.split('.'))).flatMap(variablesIn);
}

function variablesIn(value: unknown): readonly EnvironmentVariable[] {
  if (Array.isArray(value)) return value.flatMap(namedVariable);
  return Object.entries(plainObject(value) ?? {}).map(([name, each]) => ({ name, value: each }));
}

function namedVariable(entry: unknown): readonly EnvironmentVariable[] {
  const { Name, Variable, OptionName, Value, Type } = plainObject(entry) ?? {};
  const name = Name ?? Variable ?? OptionName;
  return typeof name === 'string' && !STORED.some((stored) => stored === Type)
    ? [{ name, value: Value }]
    : [];
}
