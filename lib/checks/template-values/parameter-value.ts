import { isJsonObject, type Template } from '../template';

/**
 * What a parameter is unless whoever deploys says otherwise: its default. Undefined where that is unknown: there is no
 * default, it is a secret, or it is the name of a value that is kept elsewhere.
 */
export function parameterValue(name: string, { Parameters }: Template): unknown {
  const parameter =
    Parameters !== undefined && Object.hasOwn(Parameters, name) ? Parameters[name] : undefined;
  if (!isJsonObject(parameter) || String(parameter.NoEcho) === 'true') return undefined;
  const { Type: type, Default: value } = parameter;
  if (typeof type !== 'string' || type.startsWith('AWS::SSM::Parameter::Value')) return undefined;
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return value;
  return typeof value === 'string' ? value.split(',').map((entry) => entry.trim()) : value;
}
