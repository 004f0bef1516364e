/** A rule that an environment goes without, and why: one plain sentence that the report shows. */
export interface ExcludedConfigRule {
  /** The rule's name, kebab-case. */
  readonly rule: string;
  readonly reason: string;
}

/** What the rules of AWS Config have to know of an environment. */
export interface EnvironmentFacts {
  /** TCP port of the database. */
  readonly databasePort: number;
  /** The shortest retention that the environment gives a log group, in days. */
  readonly shortestLogDays: number;
  /** Whether buckets are copied to a second region. */
  readonly hasSecondRegion: boolean;
  /** Whether users, groups, roles and policies of IAM are recorded in this region; an account records them in one. */
  readonly recordsGlobalTypes: boolean;
  /** Whether the VPC has an internet gateway, for its NAT gateways. */
  readonly hasInternetGateway: boolean;
  /** Whether the region is one of GovCloud. */
  readonly isGovCloud: boolean;
  /** What the environment's configuration excludes. */
  readonly excluded: readonly ExcludedConfigRule[];
}
