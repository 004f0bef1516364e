import { z } from 'zod';
import { INTERFACE_ENDPOINT_NAMES } from './interface-endpoint-names';
import { isPrivateNetwork } from './private-range';

/** What code without a way to the Internet needs: what the baseline's own functions call, and logs and credentials. */
const DEFAULT_ENDPOINTS = [
  'events',
  'kinesis-firehose',
  'kms',
  'logs',
  'rds',
  'secretsmanager',
  'sns',
  'ssm',
  'sts',
] as const;

const ZONE_NAME = "must be the name of an availability zone, like 'us-east-1a'";

/** The network. Data has no route to the Internet whatever is set here. */
export const networkSchema = z
  .strictObject({
    /**
     * The VPC's address range: a private network from /16 to /24, in CIDR notation. It cannot change later.
     *
     * @default '10.0.0.0/16'
     */
    cidr: z
      .string()
      .refine(isPrivateNetwork, {
        error: "must be a private network from /16 to /24 without host bits, like '10.0.0.0/16'",
      })
      .default('10.0.0.0/16'),
    /**
     * Availability zones that the subnets span, 2 or 3. Three survive a second failure and cost more per endpoint.
     *
     * @default 2
     */
    availabilityZones: z.literal([2, 3], { error: 'must be 2 or 3' }).default(2),
    /**
     * The zones by name, as many as `availabilityZones`, for an account whose first zones lack something that is needed,
     * such as an endpoint service or the instance class. They cannot change later.
     *
     * @default the first zones that the account has in the region, chosen at deployment
     */
    zones: z
      .array(z.string().regex(/^[a-z]{2}(-[a-z]+){1,3}-\d[a-z]$/, { error: ZONE_NAME }))
      .refine((names) => new Set(names).size === names.length, { error: 'must name each zone once' })
      .readonly()
      .optional(),
    /**
     * NAT gateways, 0 to 3, at most one a zone. Each costs about USD 33 a month and opens a way out for application
     * subnets (never for data).
     *
     * @default 0
     */
    natGateways: z
      .int({ error: 'must be a whole number' })
      .min(0, { error: 'must be at least 0' })
      .max(3, { error: 'must be at most 3' })
      .default(0),
    /**
     * Services that get an interface endpoint. Each costs about USD 7 a month and zone; a call to a service without
     * one fails where there is no NAT gateway.
     *
     * @default ['events', 'kinesis-firehose', 'kms', 'logs', 'rds', 'secretsmanager', 'sns', 'ssm', 'sts']
     */
    interfaceEndpoints: z
      .array(z.enum(INTERFACE_ENDPOINT_NAMES))
      .refine((names) => new Set(names).size === names.length, { error: 'must name each service once' })
      .default([...DEFAULT_ENDPOINTS])
      .readonly(),
    /**
     * Zones that each interface endpoint stands in: 'one' costs less and is lost with that zone. Production needs 'all'.
     *
     * @default 'all'
     */
    endpointZones: z.enum(['one', 'all']).default('all'),
  })
  .readonly();
