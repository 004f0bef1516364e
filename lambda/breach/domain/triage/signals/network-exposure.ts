import { done } from '../judge/call-judges';
import {
  admits,
  admitsInstead,
  admitsToDatabase,
  admitsToSubnet,
  opensGateway,
  opensServerPorts,
} from '../judge/network-judges';
import { peers } from '../judge/outside-judges';
import { type CallRow, callRow, each } from './call-row';
import { CITES } from './citations';

/** Networks: what lets others in. */
export const NETWORK_EXPOSURE_SIGNALS: readonly CallRow[] = [
  callRow(
    {
      id: 'port-opened',
      title: 'An administrative or database port was opened to everyone',
      question: 'expose',
      severity: 'high',
      citations: CITES.network,
      firstStep: 'Remove the rule, then read the flow log for who came through it.',
    },
    {
      'ec2:AuthorizeSecurityGroupIngress': admits,
      'ec2:ModifySecurityGroupRules': admitsInstead,
      ...each('rds', ['AuthorizeDBSecurityGroupIngress'], admitsToDatabase),
      ...each('redshift', ['AuthorizeClusterSecurityGroupIngress'], admitsToDatabase),
      ...each('lightsail', ['OpenInstancePublicPorts', 'PutInstancePublicPorts'], opensServerPorts),
      ...each('ec2', ['CreateNetworkAclEntry', 'ReplaceNetworkAclEntry'], admitsToSubnet),
    },
  ),
  callRow(
    {
      id: 'network-joined',
      title: 'A network of another account was joined to ours',
      question: 'expose',
      severity: 'high',
      citations: CITES.network,
      firstStep: 'Delete the connection, then read the flow log for what crossed it.',
    },
    {
      ...each(
        'ec2',
        [
          'AcceptVpcPeeringConnection',
          'AcceptTransitGatewayVpcAttachment',
          'AcceptTransitGatewayPeeringAttachment',
        ],
        peers,
      ),
    },
  ),
  callRow(
    {
      id: 'isolated-network-opened',
      title: 'A network got a way to the Internet',
      question: 'expose',
      severity: 'high',
      citations: CITES.network,
      firstStep: 'Detach the gateway, then read the flow log for what passed it.',
    },
    { 'ec2:AttachInternetGateway': opensGateway },
  ),
  callRow(
    {
      id: 'firewall-removed',
      title: 'A network firewall was removed',
      question: 'expose',
      severity: 'high',
      citations: CITES.network,
      firstStep: 'Put the firewall back, then read the flow log for what it would have stopped.',
    },
    { 'network-firewall:DeleteFirewall': done },
  ),
];
