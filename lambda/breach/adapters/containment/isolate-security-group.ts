import {
  AuthorizeSecurityGroupIngressCommand,
  DescribeSecurityGroupRulesCommand,
  type EC2Client,
  type IpPermission,
  RevokeSecurityGroupIngressCommand,
  type SecurityGroupRule,
} from '@aws-sdk/client-ec2';
import type { JsonObject } from '../../../shared/audit-chain/json-value';
import { type ContainmentAction, targetOf, textsOf } from './containment-action';

const GROUP = /^(?:arn:aws[a-z-]*:ec2:[a-z0-9-]+:\d{12}:security-group\/)?(sg-[0-9a-f]{8,17})$/;

/** Removes every rule that lets traffic into a security group. Undoing it puts back the rules that were there. */
export function isolateSecurityGroup(client: Pick<EC2Client, 'send'>): ContainmentAction {
  return {
    observe: async (target) => {
      const rules = await ingressRules(client, groupOf(target));
      return {
        before: { rules: rules.map((rule) => JSON.stringify(permissionOf(rule))) },
        changes: rules.map(
          ({ IpProtocol, FromPort, ToPort }) =>
            `traffic on ${IpProtocol === '-1' ? 'every protocol' : IpProtocol} ${FromPort ?? ''}-${ToPort ?? ''} is refused`,
        ),
      };
    },
    apply: async (target) => {
      const group = groupOf(target);
      const ids = (await ingressRules(client, group)).flatMap((rule) => rule.SecurityGroupRuleId ?? []);
      if (ids.length > 0) {
        await client.send(
          new RevokeSecurityGroupIngressCommand({ GroupId: group, SecurityGroupRuleIds: ids }),
        );
      }
    },
    undo: async (target, before) => {
      const group = groupOf(target);
      for (const permission of permissionsOf(before)) {
        await restore(client, group, permission);
      }
    },
  };
}

function groupOf(target: string): string {
  return targetOf(target, GROUP, 'a security group, by id or ARN');
}

async function ingressRules(client: Pick<EC2Client, 'send'>, group: string): Promise<SecurityGroupRule[]> {
  const rules: SecurityGroupRule[] = [];
  let token: string | undefined;
  do {
    const { SecurityGroupRules = [], NextToken } = await client.send(
      new DescribeSecurityGroupRulesCommand({
        Filters: [{ Name: 'group-id', Values: [group] }],
        ...(token !== undefined && { NextToken: token }),
      }),
    );
    rules.push(...SecurityGroupRules.filter(({ IsEgress }) => IsEgress !== true));
    token = NextToken;
  } while (token !== undefined);
  return rules;
}

function permissionOf(rule: SecurityGroupRule): IpPermission {
  return {
    IpProtocol: rule.IpProtocol,
    FromPort: rule.FromPort,
    ToPort: rule.ToPort,
    ...(rule.CidrIpv4 !== undefined && { IpRanges: [{ CidrIp: rule.CidrIpv4 }] }),
    ...(rule.CidrIpv6 !== undefined && { Ipv6Ranges: [{ CidrIpv6: rule.CidrIpv6 }] }),
    ...(rule.PrefixListId !== undefined && { PrefixListIds: [{ PrefixListId: rule.PrefixListId }] }),
    ...(rule.ReferencedGroupInfo?.GroupId !== undefined && {
      UserIdGroupPairs: [{ GroupId: rule.ReferencedGroupInfo.GroupId }],
    }),
  };
}

function permissionsOf(before: JsonObject): IpPermission[] {
  return textsOf(before, 'rules').map((rule): IpPermission => JSON.parse(rule));
}

/** A rule that is there already is as it should be. */
async function restore(
  client: Pick<EC2Client, 'send'>,
  group: string,
  permission: IpPermission,
): Promise<void> {
  try {
    await client.send(
      new AuthorizeSecurityGroupIngressCommand({ GroupId: group, IpPermissions: [permission] }),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === 'InvalidPermission.Duplicate')) {
      throw error;
    }
  }
}
