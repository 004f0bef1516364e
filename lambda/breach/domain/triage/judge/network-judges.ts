import { at, firstAt } from '../event/json';
import { showValue } from '../event/show';
import { flagOf, isNothing, listOf, numberOf, textOf } from '../event/values';
import { ignore, incident, type Judgement, review, worst } from '../judgement';
import { openCidrIn } from '../network/cidr';
import { judgeOpenRule, openRuleOf } from '../network/open-rule';
import type { CallJudge } from './call-judges';

/** Rules that let traffic into a security group, as a list or as parameters of their own. */
export const admits: CallJudge = (call) => {
  const listed = listOf(at(call.request, 'ipPermissions'));
  const entries =
    listed.length > 0
      ? listed
      : isNothing(firstAt(call.request, ['cidrIp', 'cIDRIP', 'cidrIpv6', 'ipProtocol']))
        ? []
        : [call.request];
  return (
    worst(
      entries.map((entry) => judgeOpenRule(openRuleOf(entry), 'ipPermissions', call.estate.databasePorts)),
    ) ?? review('requestParameters.ipPermissions is absent')
  );
};

/** Rules of a security group that are replaced. */
export const admitsInstead: CallJudge = (call) => {
  const entries = listOf(firstAt(call.request, ['securityGroupRules', 'SecurityGroupRule'])).map(
    (entry) => at(entry, 'securityGroupRule') ?? entry,
  );
  return (
    worst(
      entries.map((entry) =>
        judgeOpenRule(openRuleOf(entry), 'securityGroupRule', call.estate.databasePorts),
      ),
    ) ?? review('requestParameters.SecurityGroupRule is absent')
  );
};

/** Address ranges that a database itself admits, on the port of the database. */
export const admitsToDatabase: CallJudge = (call) => {
  const cidr = openCidrIn(firstAt(call.request, ['cIDRIP', 'cidrIp']));
  return cidr === undefined
    ? review('requestParameters.cIDRIP opens nothing to everyone')
    : incident(`requestParameters.cIDRIP is ${showValue(cidr)}`);
};

/** Ports of a virtual server: without address ranges they are open to everyone. */
export const opensServerPorts: CallJudge = (call) => {
  const entries = listOf(firstAt(call.request, ['portInfos', 'portInfo']));
  return (
    worst(
      entries.map((entry) => {
        const rule = openRuleOf(entry);
        const sources =
          rule.sources.length === 0 && isNothing(at(entry, 'cidrListAliases')) ? ['0.0.0.0/0'] : rule.sources;
        return judgeOpenRule({ ...rule, sources }, 'portInfo', call.estate.databasePorts);
      }),
    ) ?? review('requestParameters.portInfo is absent')
  );
};

/** From here on, a range of ports can be for answers to outgoing calls, which a network ACL has to let in. */
const FIRST_ANSWER_PORT = 1024;

/**
 * An entry of a network ACL. It lets in what a security group still has to admit; so a range for answers to outgoing
 * calls, which every network has, is looked at, and what names a guarded port is an incident.
 */
export const admitsToSubnet: CallJudge = (call) => {
  if (flagOf(at(call.request, 'egress')) === true) {
    return review('requestParameters.egress is true');
  }
  const action = textOf(at(call.request, 'ruleAction'))?.toLowerCase();
  if (action === 'deny') {
    return ignore('requestParameters.ruleAction is deny');
  }
  const from = numberOf(at(call.request, 'portRange.from'));
  const to = numberOf(at(call.request, 'portRange.to'));
  if (from !== undefined && from >= FIRST_ANSWER_PORT && (to ?? from) - from > 10_000) {
    return review(`requestParameters.portRange is ${from}-${to}, for answers to outgoing calls`);
  }
  const judgement: Judgement = judgeOpenRule(
    openRuleOf(call.request),
    'requestParameters',
    call.estate.databasePorts,
  );
  return action === undefined && judgement.level === 'incident'
    ? review('requestParameters.ruleAction is absent')
    : judgement;
};

/** A way to or from the Internet: an incident for a network that must have none. */
export const opensGateway: CallJudge = (call) => {
  const vpc = textOf(at(call.request, 'vpcId'));
  return vpc !== undefined && call.estate.isolatedVpcs.has(vpc.toLowerCase())
    ? incident('requestParameters.vpcId is a network that must be isolated')
    : review('eventName is AttachInternetGateway');
};
