import { accountField, relationOf } from '../event/accounts';
import { at, firstAt, has } from '../event/json';
import { showValue } from '../event/show';
import { flagOf, isNothing, listOf, textOf, textsIn } from '../event/values';
import { ignore, incident, review, worst } from '../judgement';
import { judgePolicy } from '../policy/judge-policy';
import { judgeRecipients } from '../policy/sharing';
import { type CallJudge, requested } from './call-judges';

/** A permission that is given as parameters instead of a policy: the same as the statement that they make up. */
export function grantsPermission(action: string): CallJudge {
  return (call) => {
    const principal = textOf(at(call.request, 'principal'));
    if (principal === undefined) {
      return review('requestParameters.principal is absent');
    }
    const service = /\.amazonaws\.com(\.cn)?$/.test(principal);
    const judgement = judgePolicy(
      {
        Statement: {
          Effect: 'Allow',
          Action: action,
          Principal: service ? { Service: principal } : { AWS: principal },
          Condition: {
            StringEquals: conditions(call.request, {
              sourceAccount: 'aws:SourceAccount',
              principalOrgID: 'aws:PrincipalOrgID',
              organizationId: 'aws:PrincipalOrgID',
              eventSourceToken: 'lambda:EventSourceToken',
            }),
            ArnLike: conditions(call.request, { sourceArn: 'aws:SourceArn' }),
          },
        },
      },
      'requestParameters',
      'resource',
      call,
    );
    const ordinary =
      service &&
      judgement.level === 'review' &&
      (has(call.request, 'sourceAccount') || has(call.request, 'sourceArn'));
    return ordinary ? ignore(`${judgement.reasons[0]}, for a source of its own`) : judgement;
  };
}

function conditions(request: unknown, names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([field, key]) => {
      const value = textOf(at(request, field));
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A field that names one account or ARN, where it is given at all. */
export function outsideIfGiven(...paths: readonly string[]): CallJudge {
  return (call) => {
    const value = requested(call, ...paths);
    return isNothing(value)
      ? undefined
      : judgeRecipients(value, `requestParameters.${paths[0]}`, call.accounts);
  };
}

/** A resource share: with whom, and whether strangers may be added. */
export const sharesResource: CallJudge = (call) => {
  const principals = at(call.request, 'principals');
  if (!isNothing(principals)) {
    return judgeRecipients(principals, 'requestParameters.principals', call.accounts);
  }
  return flagOf(at(call.request, 'allowExternalPrincipals')) === true
    ? review('requestParameters.allowExternalPrincipals is true')
    : undefined;
};

/** A peering that was accepted: a network of another account is as good as inside. */
export const peers: CallJudge = (call) => {
  const owners = textsIn([
    firstAt(call.response, ['vpcPeeringConnection.requesterVpcInfo.ownerId']),
    firstAt(call.response, ['vpcPeeringConnection.accepterVpcInfo.ownerId']),
    firstAt(call.response, [
      'transitGatewayVpcAttachment.vpcOwnerId',
      'transitGatewayPeeringAttachment.requesterTgwInfo.ownerId',
    ]),
  ]);
  const stranger = owners.find((owner) => relationOf(owner, call.accounts) === 'outside');
  if (stranger !== undefined) {
    return incident(`responseElements: ownerId is ${showValue(stranger)}, which is not listed as ours`);
  }
  return owners.length === 0
    ? review('responseElements: ownerId is absent')
    : review('responseElements: every ownerId is ours');
};

/** An image: to whom it may be launched. Other changes of an image are of no concern. */
export const sharesImage: CallJudge = (call) => {
  const adds = [at(call.request, 'launchPermission.add'), at(call.request, 'loadPermission.add')].filter(
    (value) => !isNothing(value),
  );
  const legacy =
    textOf(at(call.request, 'operationType'))?.toLowerCase() === 'add'
      ? [at(call.request, 'userIds'), at(call.request, 'userGroups'), at(call.request, 'groupNames')]
      : [];
  const added = [...adds, ...legacy].filter((value) => !isNothing(value));
  if (added.length > 0) {
    return worst(
      added.map((value) => judgeRecipients(value, 'requestParameters.launchPermission.add', call.accounts)),
    );
  }
  if (
    !isNothing(at(call.request, 'launchPermission.remove')) ||
    !isNothing(at(call.request, 'loadPermission.remove'))
  ) {
    return ignore('requestParameters.launchPermission.remove takes access away');
  }
  return has(call.request, 'description') || has(call.request, 'imdsSupport')
    ? ignore('requestParameters names no permission')
    : review('requestParameters.launchPermission is absent');
};

/** Targets of a rule: those of ours are ordinary, others take away what happens here. */
export const targetsOutside: CallJudge = (call) => {
  const stranger = listOf(at(call.request, 'targets'))
    .map((target) => textOf(at(target, 'arn')))
    .find((arn) => arn !== undefined && relationOf(arn, call.accounts) === 'outside');
  return stranger === undefined
    ? undefined
    : incident(
        `requestParameters.targets names account ${accountField(stranger)}, which is not listed as ours`,
      );
};
