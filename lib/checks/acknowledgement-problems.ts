import type { Acknowledgement } from './acknowledgement';
import { ACKNOWLEDGEMENT_KINDS, type AcknowledgementKind } from './acknowledgement-kinds';
import { daysBetween, isCalendarDate } from './calendar-date';
import { packOfRule, ruleWithoutFinding } from './rule-packs';
import { isJsonObject, type JsonObject } from './template';

/** What is wrong with an exception, as a rule of the pack `acknowledgements`. */
export interface AcknowledgementProblem {
  readonly rule: `Acknowledgements-${string}`;
  readonly message: string;
  readonly fix: string;
}

/** What an exception is judged against. */
export interface AcknowledgementContext {
  /** The date that expiries are compared with, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Rules that the packs brought, findings in brackets left out. */
  readonly knownRules: ReadonlySet<string>;
}

/** From this many days before an exception expires, its owner is told. */
const NOTICE_DAYS = 30;

const TEXT_FIELDS = ['reason', 'owner', 'citation'] as const;
const FIELDS = ['rule', 'kind', 'expires', ...TEXT_FIELDS] as const;
const CITATION = /^(45 CFR )?164\.\d{3}(\([0-9A-Za-z]{1,4}\))*$/;

/** An exception as it was found in a template, if it is one. */
export function readAcknowledgement(value: unknown): Acknowledgement | undefined {
  if (!isJsonObject(value) || FIELDS.some((field) => typeof value[field] !== 'string')) return undefined;
  const { rule, kind, reason, owner, expires, citation } = value as JsonObject &
    Record<(typeof FIELDS)[number], string>;
  return { rule, kind: kind as AcknowledgementKind, reason, owner, expires, citation };
}

/**
 * Everything that keeps an exception from holding; empty when it holds.
 *
 * @see 45 CFR 164.316(b)(2)(iii) for the periodic review that an expiry date forces
 */
export function problemsOf(
  record: Acknowledgement,
  context: AcknowledgementContext,
): readonly AcknowledgementProblem[] {
  const about = `The acknowledgement of ${record.rule === '' ? 'no rule' : record.rule}`;
  return [
    ...TEXT_FIELDS.filter((field) => record[field].trim() === '').map((field) => ({
      rule: 'Acknowledgements-Incomplete' as const,
      message: `${about} must have '${field}', got: nothing.`,
      fix: `Give '${field}': an exception that nobody explains or owns is not an exception.`,
    })),
    ...citationProblems(record, about),
    ...kindProblems(record, about),
    ...ruleProblems(record, about, context.knownRules),
    ...expiryProblems(record, about, context.asOf),
  ];
}

/** Days until an exception expires when that is soon enough to tell its owner; undefined otherwise. */
export function expiresSoon(record: Acknowledgement, asOf: string): number | undefined {
  const days = daysBetween(asOf, record.expires);
  return days >= 0 && days <= NOTICE_DAYS ? days : undefined;
}

function citationProblems({ citation }: Acknowledgement, about: string): readonly AcknowledgementProblem[] {
  if (citation.trim() === '' || CITATION.test(citation)) return [];
  return [
    {
      rule: 'Acknowledgements-Incomplete',
      message: `${about} must cite a paragraph of 45 CFR Part 164, got: '${citation}'.`,
      fix: "Cite the paragraph that the exception touches, as in '164.312(a)(2)(iv)'.",
    },
  ];
}

function kindProblems({ kind }: Acknowledgement, about: string): readonly AcknowledgementProblem[] {
  if (Object.hasOwn(ACKNOWLEDGEMENT_KINDS, kind)) return [];
  return [
    {
      rule: 'Acknowledgements-UnknownKind',
      message: `${about} must have a known kind of reason, got: '${kind}'.`,
      fix: `Use one of ${Object.keys(ACKNOWLEDGEMENT_KINDS).join(', ')}; a further kind needs a decision page.`,
    },
  ];
}

function ruleProblems(
  { rule }: Acknowledgement,
  about: string,
  knownRules: ReadonlySet<string>,
): readonly AcknowledgementProblem[] {
  const pack = packOfRule(rule);
  if (pack === 'eligibility') return [notAllowed(about)];
  // The schema checks have no list of their own: a rule that does not exist is one that does not fire.
  if (pack === 'schema' || (pack !== undefined && knownRules.has(ruleWithoutFinding(rule)))) return [];
  return [
    {
      rule: 'Acknowledgements-UnknownRule',
      message: `${about} must name a rule that exists, got: '${rule}'.`,
      fix: 'Name the rule as the report does, without the name of its pack before it.',
    },
  ];
}

/** Who may hold PHI is decided by an agreement, not by an exception. */
function notAllowed(about: string): AcknowledgementProblem {
  return {
    rule: 'Acknowledgements-NotAllowed',
    message: `${about} must be of a rule that has exceptions, got: a rule about who may hold PHI, which only an agreement decides.`,
    fix: 'Remove it, and use a service or a recipient that an agreement covers.',
  };
}

function expiryProblems(
  { expires }: Acknowledgement,
  about: string,
  asOf: string,
): readonly AcknowledgementProblem[] {
  if (!isCalendarDate(expires)) {
    return [
      {
        rule: 'Acknowledgements-InvalidExpiry',
        message: `${about} must have a date that exists in 'expires', got: '${expires}'.`,
        fix: 'Give the last day on which the exception holds, as YYYY-MM-DD.',
      },
    ];
  }
  if (daysBetween(asOf, expires) >= 0) return [];
  return [
    {
      rule: 'Acknowledgements-Expired',
      message: `${about} must be in date, got: expired on ${expires} (as of ${asOf}).`,
      fix: 'Meet the rule, or have the owner look at the reason again and give a later date.',
    },
  ];
}
