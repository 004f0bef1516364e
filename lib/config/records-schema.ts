import { z } from 'zod';
import { isIpv4Network } from './private-range';

const CERTIFICATE_ARN = /^arn:(aws|aws-us-gov):acm:[a-z0-9-]{1,30}:\d{12}:certificate\/[0-9a-f-]{36}$/;

/** A host name in lower case; a certificate takes 64 characters of it. */
const HOST_NAME = /^(?=.{4,64}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/;

const RANGE = "must be an IPv4 network from /8 to /32 without host bits, like '10.0.0.0/8'";

/**
 * The PHI access service and the listener before it. TLS 1.2 and later, HSTS, the web firewall, the second factor, the
 * audit of every access and 15 minutes of idle time are not options: it has them always.
 */
export const recordsSchema = z
  .strictObject({
    /**
     * The host name that browsers use, in lower case, at most 64 characters. Production needs one. Without it, a sandbox
     * has the load balancer's own name and a certificate that it makes itself, which browsers warn of.
     *
     * @default none
     */
    domainName: z
      .string()
      .regex(HOST_NAME, { error: "must be a host name in lower case, like 'records.your-organization.org'" })
      .optional(),
    /**
     * The certificate in ACM of this account and region for `domainName`.
     *
     * @default none: one is made, proven through `hostedZoneId`
     */
    certificateArn: z
      .string()
      .regex(CERTIFICATE_ARN, { error: 'must be the ARN of a certificate in ACM' })
      .optional(),
    /**
     * Which self-made certificate it is, 1 to 999: another number has a sandbox renew its own once fewer than 90 days of it
     * are left. An alarm asks for it 45 days before the end, every 825 days.
     *
     * @default 1
     */
    certificateIssue: z
      .int({ error: 'must be a whole number' })
      .min(1, { error: 'must be at least 1' })
      .max(999, { error: 'must be at most 999' })
      .default(1),
    /**
     * The public hosted zone of `domainName` in this account: it gets the alias record, and without `certificateArn` the
     * record that proves a certificate of our own, which ACM then renews.
     *
     * @default none: the name's owner points it to the load balancer
     */
    hostedZoneId: z
      .string()
      .regex(/^Z[A-Z0-9]{1,31}$/, { error: "must be the id of a hosted zone, like 'Z0123456789ABCDEFGHIJ'" })
      .optional(),
    /**
     * Who can reach the listener: 'internal' has private addresses only; 'internet' adds public subnets with a route to an
     * internet gateway, which the report shows as an exception. Changing it makes another load balancer.
     *
     * @see docs/decisions/0020-function-behind-the-listener.md
     * @default 'internal'
     */
    exposure: z.enum(['internal', 'internet']).default('internal'),
    /**
     * IPv4 networks that may connect to the listener, /8 to /32, at most 40.
     *
     * @default the VPC when 'internal', everybody when 'internet'
     */
    clientRanges: z
      .array(z.string().refine((range) => isIpv4Network(range, 8), { error: RANGE }))
      .min(1, { error: 'must name at least one network' })
      .max(40, { error: 'must name at most 40 networks' })
      .refine((ranges) => new Set(ranges).size === ranges.length, { error: 'must name each network once' })
      .readonly()
      .optional(),
    /**
     * Port 80: 'closed', or 'redirect' to HTTPS for people who type the name, which the report shows as an exception.
     *
     * @default 'closed'
     */
    http: z.enum(['closed', 'redirect']).default('closed'),
    /**
     * How long browsers insist on HTTPS: two years for the name and all names below it; 'preload' also lets browsers ship
     * that, which takes months to undo.
     *
     * @default 'subdomains'
     */
    hsts: z.enum(['subdomains', 'preload']).default('subdomains'),
    /**
     * Requests a minute from one address, 60 to 20000; above, the web firewall refuses. Many people behind one proxy
     * share an address.
     *
     * @default 600
     */
    requestsPerMinute: z
      .int({ error: 'must be a whole number' })
      .min(60, { error: 'must be at least 60' })
      .max(20_000, { error: 'must be at most 20000' })
      .default(600),
    /**
     * The first administrator's `sub` in the user pool, a UUID: whoever lets the others in. The pool exists only after the
     * first deployment, so it is set for the second one. Later administrators are named by administrators.
     *
     * @see 45 CFR 164.308(a)(4)(ii)(B)
     * @default none: nobody can let anybody in
     */
    firstAdministrator: z
      .string()
      .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
        error: "must be the 'sub' of a user, a UUID in lower case",
      })
      .optional(),
    /**
     * Hours after which a session ends however busy it is, 1 to 8. Idle ones end after 15 minutes.
     *
     * @see 45 CFR 164.312(a)(2)(iii)
     * @default 8
     */
    sessionHours: z
      .int({ error: 'must be a whole number of hours' })
      .min(1, { error: 'must be at least 1 hour' })
      .max(8, { error: 'must be at most 8 hours (one shift)' })
      .default(8),
  })
  .readonly();
