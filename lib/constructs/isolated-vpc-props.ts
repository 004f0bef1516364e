import { type RemovalPolicy, Token } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { describeValue } from './describe-value';
import type { InterfaceEndpointName } from './interface-endpoints';
import { requirePrivateNetwork } from './subnet-plan';

/** Properties of an {@link IsolatedVpc}. */
export interface IsolatedVpcProps {
  /** A literal private network from /16 to /24, in CIDR notation. Each subnet gets a sixteenth of it. */
  readonly cidr: string;

  /** Zones that the subnets span. */
  readonly availabilityZones: 2 | 3;

  /**
   * The zones by name, as many as `availabilityZones`: literal names, of the stack's region. They cannot change later.
   *
   * @default - the first zones that the account has in the region, chosen at deployment
   */
  readonly zones?: readonly string[];

  /**
   * NAT gateways, at most one a zone. Any at all adds public subnets for them and 'Egress' subnets that reach the
   * Internet; data and service subnets never do. Costs about USD 33 a month each.
   *
   * @default 0
   */
  readonly natGateways?: number;

  /**
   * What stands in public subnets besides NAT gateways: 'load-balancer' makes them, and a route from them to an internet
   * gateway, for a load balancer that is on the Internet. Nothing behind it moves there.
   *
   * @default - nothing; without NAT gateways there are no public subnets
   */
  readonly publicFor?: 'load-balancer';

  /** Services that get an interface endpoint. */
  readonly interfaceEndpoints: readonly InterfaceEndpointName[];

  /**
   * Zones that each interface endpoint stands in: 'one' costs less and is lost with that zone.
   *
   * @default 'all'
   */
  readonly endpointZones?: 'one' | 'all';

  /** Encrypts the log groups; its policy lets CloudWatch Logs use it. */
  readonly logKey: IKey;

  /** Days that flow records are kept: one of the values that CloudWatch Logs knows, at least 365. */
  readonly flowLogRetentionDays: number;

  /** Days that the log of the function which closes the default security group is kept. */
  readonly functionLogRetentionDays: number;

  /** What happens to the log groups when their stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
}

/** An intruder is found after months: records of a year are the least that an inquiry can start from (practice). */
const MIN_FLOW_LOG_DAYS = 365;

/**
 * Refuses values that the types allow by a cast only, before anything is rendered from them.
 *
 * @param region that of the stack, which may be a token
 */
export function requireValidVpc(props: IsolatedVpcProps, region: string): void {
  const { cidr, availabilityZones, natGateways = 0, endpointZones = 'all', flowLogRetentionDays } = props;
  requirePrivateNetwork(cidr);
  if (availabilityZones !== 2 && availabilityZones !== 3) {
    throw new Error(`'availabilityZones' must be 2 or 3, got: ${describeValue(availabilityZones)}`);
  }
  requireZonesOf(region, props);
  if (!Number.isInteger(natGateways) || natGateways < 0 || natGateways > availabilityZones) {
    throw new Error(
      `'natGateways' must be a whole number from 0 to 'availabilityZones' (${availabilityZones}), ` +
        `got: ${describeValue(natGateways)}`,
    );
  }
  if (endpointZones !== 'one' && endpointZones !== 'all') {
    throw new Error(`'endpointZones' must be 'one' or 'all', got: ${describeValue(endpointZones)}`);
  }
  if (!(flowLogRetentionDays >= MIN_FLOW_LOG_DAYS)) {
    throw new Error(
      `'flowLogRetentionDays' must be at least ${MIN_FLOW_LOG_DAYS} days, got: ${describeValue(flowLogRetentionDays)}`,
    );
  }
}

/** A zone that is named twice, or stands elsewhere, would fail the deployment half-way. */
function requireZonesOf(region: string, { zones, availabilityZones }: IsolatedVpcProps): void {
  if (zones === undefined) return;
  const ofRegion = (zone: string) => Token.isUnresolved(region) || zone.slice(0, -1) === region;
  const isLiteral = (zone: string) => /^[a-z]{2}(-[a-z]+){1,3}-\d[a-z]$/.test(zone);
  const refused = zones.find((zone) => !isLiteral(zone) || !ofRegion(zone));
  if (refused !== undefined) {
    const where = Token.isUnresolved(region) ? '' : ` of ${region}`;
    throw new Error(`'zones' must be literal names of zones${where}, got: ${describeValue(refused)}`);
  }
  if (zones.length !== availabilityZones || new Set(zones).size !== zones.length) {
    throw new Error(
      `'zones' must name as many different zones as 'availabilityZones' (${availabilityZones}), ` +
        `got: ${describeValue(zones)}`,
    );
  }
}
