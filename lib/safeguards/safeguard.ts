import type { AttestationKind } from './attestations/kinds';
import type { Citation } from './citation';

/**
 * What a paragraph is: a standard, a specification that must be implemented, one whose alternative must be argued, a rule over all
 * others, a definition, or a proposal that is not law.
 */
export type SafeguardKind = 'general' | 'standard' | 'required' | 'addressable' | 'definition' | 'proposed';

/** Something that must be in the templates, so that no template meets a safeguard by being empty. */
export interface Need {
  /** For people: `a trail`. */
  readonly what: string;
  /** CloudFormation types; one resource of any of them will do. */
  readonly anyOf: readonly string[];
  /**
   * The AWS Config rule that tells when an account has none: what the account has from elsewhere is in no template.
   *
   * @default none: it must be in the templates
   */
  readonly watchedBy?: string;
}

/** What the project's own software must do, as opposed to what it deploys. */
interface SoftwareDuty {
  /** One line, without a full stop. */
  readonly owes: string;
  /** Test files that show it; while there is none, the duty is a gap. */
  readonly tests: readonly string[];
}

/** A symbol of the project. */
interface SymbolReference {
  readonly file: string;
  readonly name: string;
}

/** A paragraph of the rules and how it is met here, as a file of `catalogue/` writes it. */
export interface SafeguardRow {
  readonly citation: Citation;
  readonly title: string;
  readonly kind: SafeguardKind;
  /** What the row rests on: the text of the rules, what HHS says of it, or what careful people do. */
  readonly basis: 'law' | 'guidance' | 'practice';
  /** The rules in force, or the proposal of 2025 (90 FR 898), which is reported apart and never scored. */
  readonly profile: 'current' | 'nprm-2025';
  /** What the paragraph asks, in plain words of our own. */
  readonly asks: string;
  /**
   * Rows in force whose status this row shares: of a standard its specifications, of a proposal what it builds on.
   *
   * @default none: the row stands for itself
   */
  readonly restsOn?: readonly Citation[];
  /** @default none: no template can meet it */
  readonly needs?: readonly Need[];
  /** @default none: the software owes nothing */
  readonly software?: SoftwareDuty;
  /** @default none */
  readonly constructs?: readonly SymbolReference[];
  /** Test files that prove the constructs. @default none */
  readonly tests?: readonly string[];
  /** What a person must state, all of them. @default none: nobody need state anything */
  readonly attestations?: readonly AttestationKind[];
  /** AWS's part under shared responsibility. @default none */
  readonly awsResponsibility?: string;
  /** What no template shows and no attestation covers; keeps the row at partial. @default nothing */
  readonly beyond?: string;
  /** Why the paragraph asks for nothing here. @default it applies */
  readonly notApplicable?: string;
}

/** A row with what answers to its paragraph. */
export interface Safeguard extends SafeguardRow {
  /** Ids of the synth rules that answer to the paragraph. */
  readonly rules: readonly string[];
  /** Names of the AWS Config rules that answer to it. */
  readonly configRules: readonly string[];
}

/** How far one safeguard is met. */
export type Status =
  | 'enforced'
  | 'partial'
  | 'monitored'
  | 'attested'
  | 'unattested'
  | 'not-applicable'
  | 'gap';
