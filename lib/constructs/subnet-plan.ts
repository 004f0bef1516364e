import { Token } from 'aws-cdk-lib';
import type {
  AllocateCidrRequest,
  IIpAddresses,
  SubnetIpamOptions,
  VpcIpamOptions,
} from 'aws-cdk-lib/aws-ec2';
import { isPrivateNetwork } from '../config/private-range';
import { describeValue } from './describe-value';

/**
 * The subnet groups in the order of their address ranges. The order is a contract: a subnet whose range moves is
 * replaced, with everything that stands in it.
 */
const GROUPS = ['Data', 'Service', 'Public', 'Egress'] as const;

/** The name of a group of subnets, one in each zone. */
export type SubnetGroupName = (typeof GROUPS)[number];

/** Ranges kept for each group, used or not, so that a further zone moves nothing. */
const ZONES_PER_GROUP = 4;

/** A subnet is a sixteenth of the VPC: four groups of four zones. */
const SUBNET_BITS = Math.log2(GROUPS.length * ZONES_PER_GROUP);

/**
 * Gives every subnet a literal range that depends on its group and zone only: neither a further zone nor a NAT
 * gateway moves the subnets that data stands in.
 */
export class SubnetPlan implements IIpAddresses {
  private readonly cidr: string;

  /** @param cidr the VPC's range, already checked by {@link requirePrivateNetwork} */
  constructor(cidr: string) {
    this.cidr = cidr;
  }

  allocateVpcCidr(): VpcIpamOptions {
    return { cidrBlock: this.cidr };
  }

  allocateSubnetsCidr(request: AllocateCidrRequest): SubnetIpamOptions {
    const zonesSeen = new Map<string, number>();
    const allocatedSubnets = request.requestedSubnets.map(({ configuration: { name } }) => {
      const zone = zonesSeen.get(name) ?? 0;
      zonesSeen.set(name, zone + 1);
      return { cidr: subnetRange(this.cidr, name as SubnetGroupName, zone) };
    });
    return { allocatedSubnets };
  }
}

/** The range of a group's subnet in a zone, counted from 0, within a VPC's range. */
export function subnetRange(cidr: string, group: SubnetGroupName, zone: number): string {
  if (zone < 0 || zone >= ZONES_PER_GROUP) {
    throw new Error(`'zone' must be 0 to ${ZONES_PER_GROUP - 1}, got: ${zone}`);
  }
  const [address = '', prefix = ''] = cidr.split('/');
  const subnetPrefix = Number(prefix) + SUBNET_BITS;
  const slot = GROUPS.indexOf(group) * ZONES_PER_GROUP + zone;
  return `${toText(toNumber(address) + slot * 2 ** (32 - subnetPrefix))}/${subnetPrefix}`;
}

/** Refuses a range that is not a literal private network: rules judge, and security groups name, literal ranges. */
export function requirePrivateNetwork(cidr: string): void {
  if (Token.isUnresolved(cidr) || !isPrivateNetwork(cidr)) {
    throw new Error(
      `'cidr' must be a literal private network from /16 to /24 without host bits, got: ${describeValue(cidr)}`,
    );
  }
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toText(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
