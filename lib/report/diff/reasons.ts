import type { SafeguardStatus, Violation } from '../../checks/verdict';
import type { EvidenceLine } from '../evidence/evidence-line';
import { adverseLines, rowsUnder, withoutKeysOf } from './adverse-lines';
import { directionOf, type Evidence } from './direction';
import type { Direction } from './safeguard-change';
import { typeNoun } from './type-noun';

/** A safeguard in both verdicts, with what was open in each. */
export interface SafeguardPair {
  readonly before: SafeguardStatus;
  readonly after: SafeguardStatus;
  readonly violationsBefore: readonly Violation[];
  readonly violationsAfter: readonly Violation[];
}

/** Why a safeguard is where it is, in words that follow "because": what came to stand against it, then what no longer does. */
export function reasonsFor(pair: SafeguardPair, direction: Direction): readonly string[] {
  const [before, after] = [adverseLines(pair.before), adverseLines(pair.after)];
  const gained = withoutKeysOf(after, before).map((line) => gainedReason(line, pair.violationsAfter));
  const lifted = withoutKeysOf(before, after).map((line) => {
    // What is open no more because somebody excepted it was not put right.
    const excepted = line.kind === 'open' ? after.get(`exception ${line.text}`) : undefined;
    return excepted === undefined
      ? liftedReason(line, pair.violationsBefore)
      : gainedReason(excepted, pair.violationsAfter);
  });
  switch (direction) {
    case 'lost':
    case 'weakened':
      return [...gained, ...restedReasons(pair, 'weakened')];
    case 'won':
    case 'strengthened':
      return [...lifted, ...restedReasons(pair, 'strengthened')];
    default:
      return [...new Set([...gained, ...lifted])];
  }
}

/** Whether what stands against a safeguard differs, the rows that it rests on left out: they speak for themselves. */
export function evidenceOf({ before, after }: Pick<SafeguardPair, 'before' | 'after'>): Evidence {
  const [old, now] = [adverseLines(before), adverseLines(after)];
  return { worse: withoutKeysOf(now, old).length > 0, better: withoutKeysOf(old, now).length > 0 };
}

function gainedReason({ kind, text }: EvidenceLine, violations: readonly Violation[]): string {
  switch (kind) {
    case 'open':
      return openReason(text, violations, 'fails');
    case 'missing':
      return text.replace(/ (?=\([^()]*\)$)/, ' is missing ');
    case 'not-applied':
      return `rules were not applied: ${text}`;
    case 'exception':
      return `an exception covers ${text}`;
    case 'unattested':
      return `no attestation is in force ${text}`;
    case 'not-built':
      return `it is not built that ${text}`;
    case 'not-shown':
      return `no template shows that ${text}`;
    case 'beyond':
      return `no template can show ${text}`;
    default:
      return text;
  }
}

function liftedReason({ kind, text }: EvidenceLine, violations: readonly Violation[]): string {
  switch (kind) {
    case 'open':
      return openReason(text, violations, 'no longer fails');
    case 'missing':
      return text.replace(/ (?=\([^()]*\)$)/, ' is there now ');
    case 'not-applied':
      return `rules are applied: ${text}`;
    case 'exception':
      return `no exception covers it any more: ${text}`;
    case 'unattested':
      return `it is attested: ${text.replace(/^.*?\): /, '')}`;
    case 'not-built':
      return `it is built that ${text}`;
    case 'not-shown':
      return `it is shown that ${text}`;
    case 'beyond':
      return `nothing stays beyond a template: ${text}`;
    case 'unchecked':
      return 'rules check what is there';
    default:
      return text;
  }
}

/** A violation with the kind of resource that it is about, where it is known. */
function openReason(text: string, violations: readonly Violation[], verb: string): string {
  const found = violations.find(({ rule, path }) => `${rule} on ${path}` === text);
  if (found === undefined) return `${text} ${verb}`;
  const noun = typeNoun(found.resourceType);
  return `${found.rule} ${verb} on ${noun === '' ? '' : `${noun} `}${found.path}`;
}

/** Rows below that went the same way; a row that is held only in another manner is no reason. */
function restedReasons(
  { before, after }: SafeguardPair,
  way: 'weakened' | 'strengthened',
): readonly string[] {
  const old = rowsUnder(before);
  return [...rowsUnder(after)]
    .filter(([citation, status]) => {
      const earlier = old.get(citation);
      if (earlier === undefined || !isStatus(earlier) || !isStatus(status)) return false;
      const direction = directionOf(earlier, status, { worse: false, better: false });
      return way === 'weakened'
        ? direction === 'lost' || direction === 'weakened'
        : direction === 'won' || direction === 'strengthened';
    })
    .map(([citation, status]) => `it rests on ${citation}, ${old.get(citation)} → ${status}`);
}

const STATUSES: Readonly<Record<SafeguardStatus['status'], true>> = {
  enforced: true,
  partial: true,
  monitored: true,
  attested: true,
  unattested: true,
  'not-applicable': true,
  gap: true,
};

function isStatus(text: string): text is SafeguardStatus['status'] {
  return Object.hasOwn(STATUSES, text);
}
