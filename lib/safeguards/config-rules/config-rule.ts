import type { Citation } from '../citation';

/** A value of a rule's parameter; AWS Config wants it as a text, a list joined by commas. */
type ConfigRuleParameter = string | number | boolean | readonly string[];

/** Who attached the citations to a rule: AWS publishes none with the pack itself. */
type CitationSource =
  | 'aws-guard-rules'
  | 'aws-documentation'
  | 'cdk-nag'
  | 'steampipe'
  /** Nobody else cites it; the citation is our reading. */
  | 'ours';

/** A managed rule of AWS Config, as a file of this folder writes it. */
export interface ConfigRuleRow {
  /** The rule's name, kebab-case. It is not always the identifier in lower case. */
  readonly name: string;
  /** AWS's identifier of the managed rule. */
  readonly identifier: string;
  /** The paragraph that the rule is mostly about; one of `citations`. */
  readonly primary: Citation;
  readonly citations: readonly Citation[];
  readonly citationSource: CitationSource;
  /**
   * The cdk-nag rule that asks the same of a template.
   *
   * @default none: only the running account can show it
   */
  readonly nagRule?: `HIPAA.Security-${string}`;
  /** @default none: the rule takes none, or AWS's defaults hold */
  readonly parameters?: Readonly<Record<string, ConfigRuleParameter>>;
  /**
   * Types whose changes trigger the rule, as AWS Config names them.
   *
   * @default none: the rule runs periodically, or AWS decides
   */
  readonly scope?: readonly string[];
}

/** A managed rule of AWS Config that watches a running account. */
export interface ConfigRule extends ConfigRuleRow {
  /** Whether AWS's conformance pack for HIPAA Security has the rule; if not, AWS dropped it and cdk-nag still checks it. */
  readonly inAwsPack: boolean;
}
