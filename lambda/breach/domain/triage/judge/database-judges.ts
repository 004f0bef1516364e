import { at, firstAt } from '../event/json';
import { flagOf, listOf, numberOf, textOf, textsIn } from '../event/values';
import { ignore, incident, review, worst } from '../judgement';
import type { CallJudge } from './call-judges';

/** A database parameter whose value takes a safeguard away. */
interface ParameterRow {
  readonly name: RegExp;
  readonly off: RegExp;
  readonly guards: 'transmission' | 'audit';
}

/** As the engines name them. */
const PARAMETERS: readonly ParameterRow[] = [
  {
    name: /^(rds\.force_ssl|require_ssl|require_secure_transport|tls|ssl)$/i,
    off: /^(0|off|false|disabled)$/i,
    guards: 'transmission',
  },
  {
    name: /^(audit_logs|server_audit_logging|enable_user_activity_logging|general_log)$/i,
    off: /^(0|off|false|disabled|none)$/i,
    guards: 'audit',
  },
  { name: /^(pgaudit\.log|audit_trail|rds\.log_retention_period)$/i, off: /^(none|off|)$/i, guards: 'audit' },
  { name: /^(log_connections|log_disconnections)$/i, off: /^(0|off|false)$/i, guards: 'audit' },
];

/** Parameters of an engine that end encryption in motion or the audit of statements. */
export function parameterOff(guards: ParameterRow['guards']): CallJudge {
  return (call) =>
    worst(
      listOf(at(call.request, 'parameters')).map((parameter) => {
        const name = textOf(at(parameter, 'parameterName')) ?? '';
        const value = String(firstAt(parameter, ['parameterValue', 'value']) ?? '');
        const row = PARAMETERS.find((one) => one.guards === guards && one.name.test(name));
        return row === undefined
          ? undefined
          : row.off.test(value)
            ? incident(`requestParameters.parameters: ${name.toLowerCase()} is off`)
            : ignore(`requestParameters.parameters: ${name.toLowerCase()} is not off`);
      }),
    );
}

/**
 * How long automated backups are kept. The answer to a change still tells the value from before, so that a shrunk one
 * shows; where it does not, only zero is beyond doubt.
 */
export function backupsShrink(path: string): CallJudge {
  return (call) => {
    const days = numberOf(at(call.request, path));
    if (days === undefined) {
      return undefined;
    }
    if (days === 0) {
      return incident(`requestParameters.${path} is 0`, 'critical');
    }
    const before = numberOf(at(call.response, path));
    if (before === undefined) {
      return review(`requestParameters.${path} is ${days}, the value from before is absent`);
    }
    return before > days
      ? incident(`requestParameters.${path} is ${days}, below ${before}`)
      : ignore(`requestParameters.${path} is ${days}, not below ${before}`);
  };
}

/** The ways of a cluster to the Internet, which only some engines have: they mean something only where they are named. */
const PUBLIC_CLUSTER_FIELDS = [
  'publiclyAccessible',
  'enableInternetAccessGateway',
  'internetAccessGatewayEnabled',
];

/** A cluster that was created or restored with a way to the Internet. */
export const clusterIsPublic: CallJudge = (call) => {
  const open = PUBLIC_CLUSTER_FIELDS.find(
    (name) => (flagOf(at(call.response, name)) ?? flagOf(at(call.request, name))) === true,
  );
  return open === undefined ? undefined : incident(`${open} is true`);
};

/** An option of an engine that was removed. */
export function removesOption(option: RegExp): CallJudge {
  return (call) => {
    const removed = textsIn(at(call.request, 'optionsToRemove'));
    return removed.some((name) => option.test(name.slice(0, 100)))
      ? incident('requestParameters.optionsToRemove names a safeguard')
      : removed.length > 0
        ? ignore('requestParameters.optionsToRemove names no safeguard')
        : undefined;
  };
}

/** The longest network policy that is searched, in UTF-16 units. */
const MAX_POLICY = 100_000;

/** The network policy of a search collection, which comes as JSON. */
export const opensToPublic: CallJudge = (call) => {
  const policy = textOf(at(call.request, 'policy'));
  return policy !== undefined && /"AllowFromPublic"\s*:\s*true/i.test(policy.slice(0, MAX_POLICY))
    ? incident('requestParameters.policy: AllowFromPublic is true')
    : undefined;
};
