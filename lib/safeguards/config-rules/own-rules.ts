import type { Citation } from '../citation';

/** What a rule of ours looks at; the function behind it knows it by this name. */
type OwnCheck = 'archive-locked' | 'database-tls-forced' | 'database-audited' | 'log-group-masked';

/** A rule that our own function evaluates. */
export interface OwnConfigRule {
  /** The rule's name, kebab-case. */
  readonly name: string;
  readonly check: OwnCheck;
  /** One sentence for whoever meets the rule in the console, at most 256 characters. */
  readonly description: string;
  /** The paragraph that the rule is mostly about; one of `citations`. */
  readonly primary: Citation;
  readonly citations: readonly Citation[];
  /** Types whose changes trigger the rule; none where AWS Config records no such type and only the schedule does. */
  readonly scope: readonly string[];
}

/**
 * What no managed rule sees.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export const OWN_CONFIG_RULES: readonly OwnConfigRule[] = [
  {
    name: 'hipaa-archive-locked',
    check: 'archive-locked',
    description:
      'The log archive locks every object by default, in the mode and for the days that were deployed.',
    primary: '164.312(c)(1)',
    citations: ['164.312(b)', '164.312(c)(1)', '164.316(b)(2)(i)'],
    scope: ['AWS::S3::Bucket'],
  },
  {
    name: 'hipaa-database-tls-forced',
    check: 'database-tls-forced',
    description:
      'The parameter group that a PostgreSQL database really uses refuses connections without TLS.',
    primary: '164.312(e)(1)',
    citations: ['164.312(e)(1)', '164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
    scope: ['AWS::RDS::DBInstance'],
  },
  {
    name: 'hipaa-database-audited',
    check: 'database-audited',
    description:
      'The parameter group that a PostgreSQL database really uses loads pgaudit and records something.',
    primary: '164.312(b)',
    citations: ['164.312(b)'],
    scope: ['AWS::RDS::DBInstance'],
  },
  {
    name: 'hipaa-log-group-masked',
    check: 'log-group-masked',
    description: 'Every log group masks identifiers of patients in what is read from it.',
    primary: '164.312(a)(1)',
    citations: ['164.312(a)(1)'],
    scope: [],
  },
];
