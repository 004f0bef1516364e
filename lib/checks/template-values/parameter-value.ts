import { isJsonObject, type Template } from '../template';
import { isTrue } from './scalars';

/**
 * What a parameter is unless whoever deploys says otherwise: its default. Undefined where that is unknown: there is no
 * default, it is a secret, or it is the name of a value that is kept elsewhere.
 */
export function parameterValue(name: unknown, { Parameters }: Template): unknown {
  if (typeof name !== 'string' || Parameters === undefined || !Object.hasOwn(Parameters, name))
    return undefined;
  const parameter = Parameters[name];
  if (!isJsonObject(parameter) || isTrue(parameter.NoEcho)) return undefined;
  const { Type: type, Default: value } = parameter;
  if (typeof type !== 'string' || type.startsWith('AWS::SSM::Parameter::Value')) return undefined;
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return value;
  return typeof value === 'string' ? value.split(',').map((entry) => entry.trim()) : value;
}
