import type { ApiCall } from '../event/api-call';
import { at, firstAt } from '../event/json';
import { showValue } from '../event/show';
import { flagOf, textOf } from '../event/values';
import { ignore, incident, type Judgement, review } from '../judgement';
import { isAdminPolicy, isQuarantinePolicy, judgeRights, namesAdministrators } from '../policy/admin-rights';
import type { CallJudge } from './call-judges';

function policyArn(call: ApiCall): string | undefined {
  return textOf(firstAt(call.request, ['policyArn', 'managedPolicyArn']));
}

/** A policy that is attached: one that makes an administrator is an incident. */
export const attaches: CallJudge = (call) => {
  const arn = policyArn(call);
  if (arn === undefined) {
    return review('requestParameters.policyArn is absent');
  }
  const reason = `requestParameters.policyArn is ${showValue(arn)}`;
  return isAdminPolicy(arn) ? incident(reason) : isQuarantinePolicy(arn) ? undefined : review(reason);
};

/** AWS's quarantine of a leaked key: its arrival says that the key leaked, its removal gives the powers back. */
export const quarantines: CallJudge = (call) => {
  const arn = policyArn(call);
  return arn !== undefined && isQuarantinePolicy(arn)
    ? incident(`requestParameters.policyArn is ${showValue(arn)}`)
    : undefined;
};

/** The inline policies by which AWS does the same. */
const QUARANTINE_NAMES = /^(AWSExposedCredentialPolicy|AWSCompromisedKeyQuarantine)/;

/** As {@link quarantines}, for policies that are written into the user. */
export const quarantinesInline: CallJudge = (call) =>
  QUARANTINE_NAMES.test(textOf(at(call.request, 'policyName')) ?? '')
    ? incident("requestParameters.policyName is that of AWS's quarantine")
    : undefined;

/** A policy that is taken off: one that made an administrator is no loss, another may have denied. */
export const detaches: CallJudge = (call) => {
  const arn = policyArn(call);
  if (arn === undefined) {
    return review('requestParameters.policyArn is absent');
  }
  const reason = `requestParameters.policyArn is ${showValue(arn)}`;
  return isAdminPolicy(arn)
    ? ignore(`${reason}, which tightens`)
    : isQuarantinePolicy(arn)
      ? undefined
      : review(reason);
};

/** A policy that is written into an identity. */
export const writesPolicy: CallJudge = (call) =>
  judgeRights(firstAt(call.request, ['policyDocument', 'inlinePolicy']), 'requestParameters.policyDocument');

/** A new version of a policy gives its rights only once it is the default. */
export const writesVersion: CallJudge = (call) => {
  const judgement = judgeRights(at(call.request, 'policyDocument'), 'requestParameters.policyDocument');
  if (judgement.level !== 'incident') {
    return judgement;
  }
  const active = flagOf(at(call.request, 'setAsDefault'));
  return active === true ? judgement : asReview(judgement, 'requestParameters.setAsDefault is not true');
};

/** A new policy gives nothing before it is attached. */
export const writesUnattached: CallJudge = (call) => {
  const judgement = judgeRights(at(call.request, 'policyDocument'), 'requestParameters.policyDocument');
  return judgement.level === 'incident' ? asReview(judgement, 'the policy is not attached') : judgement;
};

/** Joining a group: one whose name says that it administers makes an administrator. */
export const joinsGroup: CallJudge = (call) => {
  const name = textOf(at(call.request, 'groupName'));
  return name !== undefined && namesAdministrators(name)
    ? incident('requestParameters.groupName says that the group administers')
    : review('requestParameters.groupName does not say that the group administers');
};

const CLUSTER_ADMIN = /AmazonEKS(ClusterAdmin|Admin)Policy$/;

/** Rights in a Kubernetes cluster. */
export const joinsCluster: CallJudge = (call) => {
  const arn = policyArn(call) ?? '';
  return CLUSTER_ADMIN.test(arn)
    ? incident('requestParameters.policyArn is that of a cluster administrator')
    : review(`requestParameters.policyArn is ${showValue(arn)}`);
};

function asReview(judgement: Judgement, why: string): Judgement {
  return review(`${judgement.reasons[0]}, but ${why}`, 'medium');
}
