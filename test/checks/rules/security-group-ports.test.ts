import { securityGroupPorts } from '../../../lib/checks/rules/security-group-ports';
import { against, againstResource } from './subject';

const tcp = (FromPort: unknown, ToPort: unknown = FromPort) => ({ IpProtocol: 'tcp', FromPort, ToPort });
const WORLD = { CidrIp: '0.0.0.0/0' };

function group(...SecurityGroupIngress: unknown[]): readonly string[] {
  return againstResource(securityGroupPorts, 'AWS::EC2::SecurityGroup', { SecurityGroupIngress });
}

describe('Baseline-SecurityGroupPorts', () => {
  it.each([22, 3389, 5432, 3306, 1433, 1521, 27017, 6379, 9200, '22'])(
    'refuses port %j open to everybody',
    (port) => {
      expect(group({ ...tcp(port), ...WORLD })).toEqual([
        expect.stringMatching(
          new RegExp(`^Port ${port} \\(.+\\) must not be open to everybody, got: '0.0.0.0/0'.$`),
        ),
      ]);
      expect(
        againstResource(securityGroupPorts, 'AWS::EC2::SecurityGroupIngress', {
          ...tcp(port),
          CidrIpv6: '::/0',
        }),
      ).toHaveLength(1);
    },
  );

  it.each([
    [{ IpProtocol: '-1', ...WORLD }, 'All ports'],
    [{ IpProtocol: -1, ...WORLD }, 'All ports'],
    [{ ...tcp(0, 65_535), ...WORLD }, 'All ports'],
    [{ ...tcp(-1, -1), ...WORLD }, 'All ports'],
    [{ ...tcp({ Ref: 'Port' }), ...WORLD }, 'All ports'],
    [{ IpProtocol: { Ref: 'Protocol' }, FromPort: 443, ToPort: 443, ...WORLD }, 'All ports'],
    [{ ...tcp(20, 25), ...WORLD }, 'Port 20 (FTP data), 21 (FTP), 22 (SSH) and 1 more'],
    [{ IpProtocol: '6', FromPort: 22, ToPort: 22, ...WORLD }, 'Port 22 (SSH)'],
    [{ IpProtocol: 'udp', FromPort: 11211, ToPort: 11211, ...WORLD }, 'Port 11211 (Memcached)'],
    [{ IpProtocol: 'TCP', FromPort: 22, ToPort: 22, ...WORLD }, 'Port 22 (SSH)'],
    [{ ...tcp(22), CidrIp: '0.0.0.0/1' }, "got: '0.0.0.0/1'"],
    [{ ...tcp(22), CidrIp: { Ref: 'Allowed' } }, 'does not decide'],
    [{ ...tcp(22), CidrIp: { 'Fn::If': ['Open', '0.0.0.0/0', '10.0.0.0/16'] } }, "got: '0.0.0.0/0'"],
    [{ Ref: 'Ingress' }, 'All ports'],
  ])('refuses %j', (rule, message) => {
    expect(group(rule)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    [{ ...tcp(443), ...WORLD }],
    [{ ...tcp(22), CidrIp: '10.0.0.0/16' }],
    [{ ...tcp(22), CidrIp: '203.0.113.0/24' }],
    [{ ...tcp(5432), SourceSecurityGroupId: { Ref: 'Application' } }],
    [{ ...tcp(22), SourcePrefixListId: 'pl-12345678' }],
    [{ IpProtocol: 'icmp', FromPort: 8, ToPort: -1, ...WORLD }],
    [{ Ref: 'AWS::NoValue' }],
  ])('accepts %j', (rule) => {
    expect(group(rule)).toEqual([]);
  });

  it('reads a rule that stands where a list should, and judges every rule', () => {
    const SecurityGroupIngress = { ...tcp(22), ...WORLD };
    expect(
      againstResource(securityGroupPorts, 'AWS::EC2::SecurityGroup', { SecurityGroupIngress }),
    ).toHaveLength(1);
    expect(
      group({ ...tcp(22), ...WORLD }, { ...tcp(443), ...WORLD }, { ...tcp(5432), ...WORLD }),
    ).toHaveLength(2);
  });

  function withOthers(rule: object): readonly string[] {
    return against(securityGroupPorts, {
      Resources: {
        Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { SecurityGroupIngress: [rule] } },
        Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
        List: { Type: 'AWS::EC2::PrefixList', Properties: { Entries: [{ Cidr: '203.0.113.0/24' }] } },
        Wide: { Type: 'AWS::EC2::PrefixList', Properties: { Entries: [{ Cidr: '0.0.0.0/0' }] } },
      },
    });
  }

  it('lets the VPC itself in, and a narrow prefix list, and no wide one', () => {
    expect(withOthers({ ...tcp(5432), CidrIp: { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] } })).toEqual([]);
    expect(withOthers({ ...tcp(5432), SourcePrefixListId: { Ref: 'List' } })).toEqual([]);
    expect(withOthers({ ...tcp(5432), SourcePrefixListId: { Ref: 'Wide' } })).toHaveLength(1);
  });

  it("guards the port of the environment's own database, wherever it is", () => {
    const rule = { ...tcp(6543), ...WORLD };
    const template = {
      Resources: { Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { SecurityGroupIngress: [rule] } } },
    };
    const data = { Resources: { Database: { Type: 'AWS::RDS::DBInstance', Properties: { Port: '6543' } } } };
    expect(against(securityGroupPorts, template)).toEqual([]);
    expect(against(securityGroupPorts, template, data)).toEqual([
      expect.stringContaining("Port 6543 (the environment's database)"),
    ]);
  });
});
