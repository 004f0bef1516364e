/** A service that AWS's Business Associate Addendum lets hold PHI. */
export interface EligibleService {
  /** The name on AWS's list. */
  readonly name: string;
  /** What the list leaves out. @default nothing */
  readonly restriction?: string;
  /** CloudFormation namespaces that bear the service's name, without `AWS::`. @default none */
  readonly namespaces?: readonly string[];
  /** Namespaces that are by our judgement a feature of the service, without `AWS::`. @default none */
  readonly judged?: readonly string[];
}

/** Where the list was read; it has not been refreshed from AWS since. */
export const ELIGIBLE_LIST = {
  /** The day of AWS's list, `YYYY-MM-DD`. */
  date: '2025-04-16',
  source: 'https://aws.amazon.com/compliance/hipaa-eligible-services-reference/',
  readFrom:
    'https://github.com/aws-samples/landing-zone-accelerator-on-aws-for-healthcare/blob/50e15ba/config/service-control-policies/Readme.md',
} as const;

/** What is known to have changed since; none of it makes a service eligible here. */
export const LATER_CHANGES: readonly { readonly date: string; readonly change: string }[] = [
  { date: '2025-06', change: 'AWS Security Hub is now called AWS Security Hub CSPM.' },
  { date: '2025-11', change: 'The list changed in August, October and November; what changed was not seen.' },
  { date: '2026-02-17', change: 'AWS App Runner was still not listed.' },
  { date: '2026-06-12', change: 'Amazon Bedrock AgentCore was reported as listed; not verified.' },
];
