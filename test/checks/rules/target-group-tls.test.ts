import { targetGroupTls } from '../../../lib/checks/rules/target-group-tls';
import { againstResource } from './subject';

const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LATTICE = 'AWS::VpcLattice::TargetGroup';
const CLASSIC = 'AWS::ElasticLoadBalancing::LoadBalancer';

describe('Baseline-TargetGroupTls', () => {
  it.each<[string, object]>([
    [GROUP, { Protocol: 'HTTPS', Port: 8443 }],
    [GROUP, { Protocol: 'TLS' }],
    [GROUP, { Protocol: 'QUIC' }],
    [GROUP, { Protocol: 'GENEVE' }],
    [GROUP, { TargetType: 'lambda' }],
    [GROUP, { TargetType: 'alb', Protocol: 'TCP', Port: 443 }],
    [LATTICE, { Type: 'LAMBDA' }],
    [LATTICE, { Type: 'IP', Config: { Protocol: 'HTTPS' } }],
    [CLASSIC, { Listeners: [{ Protocol: 'HTTPS', InstanceProtocol: 'HTTPS' }] }],
    ['AWS::SNS::Topic', { Protocol: 'HTTP' }],
  ])('accepts %s with %j', (type, properties) => {
    expect(againstResource(targetGroupTls, type, properties)).toEqual([]);
  });

  it.each<[string, object, string]>([
    [GROUP, { Protocol: 'HTTP' }, "got: 'HTTP'"],
    [GROUP, { Protocol: 'TCP', Port: 443 }, "got: 'TCP'"],
    [GROUP, { TargetType: 'alb', Protocol: 'TCP', Port: 80 }, "got: 'TCP'"],
    [GROUP, {}, 'got: none'],
    [GROUP, { Protocol: { Ref: 'Protocol' } }, 'does not decide'],
    [GROUP, { Protocol: { 'Fn::If': ['Secure', 'HTTPS', 'HTTP'] } }, "got: 'HTTP'"],
    [LATTICE, { Type: 'IP', Config: { Protocol: 'HTTP' } }, "got: 'HTTP'"],
    [CLASSIC, { Listeners: [{ Protocol: 'HTTPS', InstanceProtocol: 'HTTP' }] }, "got: 'HTTP'"],
    [CLASSIC, { Listeners: [{ Protocol: 'HTTPS' }] }, 'got: none'],
  ])('refuses %s with %j', (type, properties, message) => {
    expect(againstResource(targetGroupTls, type, properties)).toEqual([expect.stringContaining(message)]);
  });
});
