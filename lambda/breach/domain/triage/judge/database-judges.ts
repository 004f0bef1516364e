import { at, firstAt } from '../event/json';
import { flagOf, listOf, numberOf, textOf } from '../event/values';
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

/** The public address of a cluster, which only some engines have: it means something only where it is named. */
export const clusterIsPublic: CallJudge = (call) => {
  const open =
    flagOf(firstAt(call.response, ['publiclyAccessible'])) ?? flagOf(at(call.request, 'publiclyAccessible'));
  return open === true ? incident('publiclyAccessible is true') : undefined;
};

/** The longest network policy that is searched, in UTF-16 units. */
const MAX_POLICY = 100_000;

/** The network policy of a search collection, which comes as JSON. */
export const opensToPublic: CallJudge = (call) => {
  const policy = textOf(at(call.request, 'policy'));
  return policy !== undefined && /"AllowFromPublic"\s*:\s*true/i.test(policy.slice(0, MAX_POLICY))
    ? incident('requestParameters.policy: AllowFromPublic is true')
    : undefined;
};
