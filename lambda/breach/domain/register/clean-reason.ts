import { tokenOf } from '../triage/event/token';

/** The longest reason that is kept, in UTF-16 units. */
const MAX_REASON = 300;

/** What a field is said to be, in the words of triage: `type is …`, up to the next word. */
const SAID = /\b([\w.-]+) is ([^\s,;]+)/g;

/** How triage goes on after "is". */
const WORDS: ReadonlySet<string> = new Set([
  ...[
    'a',
    'about',
    'above',
    'absent',
    'an',
    'at',
    'below',
    'closed',
    'delete',
    'deleted',
    'empty',
    'everyone',
  ],
  ...[
    'enabled',
    'false',
    'given',
    'gone',
    'granted',
    'in',
    'its',
    'longer',
    'missing',
    'no',
    'none',
    'not',
    'null',
    'of',
    'off',
  ],
  ...[
    'on',
    'one',
    'open',
    'ours',
    'outside',
    'public',
    'removed',
    'set',
    'shorter',
    'that',
    'the',
    'true',
    'unhealthy',
  ],
  ...['without', 'yes', '*'],
  ...[
    'authenticated-read',
    'optional',
    'public-read',
    'public-read-write',
    'ReadOnly',
    'unlocked',
    'WriteOnly',
  ],
]);

/** Values that are AWS's own or nobody's: numbers too short for anybody's, networks, accounts, tokens, codes as AWS writes them. */
const PLAIN_VALUES: readonly RegExp[] = [
  /^-?\d{1,7}(?:\.\d{1,3})?$/,
  /^\d{12}$/,
  /^\d{1,5}-\d{1,5}$/,
  /^[\d.:a-f]{2,39}\/\d{1,3}$/,
  /^token:[0-9a-f]{16}$/,
  /^[A-Z][A-Z_]{1,39}$/,
  /^[A-Z][A-Za-z]{2,40}:[A-Z][A-Za-z0-9]{1,20}(?:\/[A-Za-z0-9.!-]{1,80})?$/,
  /^arn:aws[a-z-]{0,12}:iam::aws:policy\/[\w/-]{1,80}$/,
  /^[a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,2}\.amazonaws\.com(?:\.cn)?$/,
  /^(?:Active|Inactive|Enabled|Disabled|Enable|Disable|Suspended|Pending|Failed|Success|No|Yes|None)$/,
];

/** Fields that hold a name of AWS's interfaces, in the way in which AWS writes those. */
const NAMED_FIELDS: ReadonlySet<string> = new Set(['eventName', 'errorCode', 'eventType']);
const NAME = /^[A-Z][A-Za-z0-9]{2,60}(?:\.[A-Z][A-Za-z0-9]{2,60})?$/;

/**
 * A reason as the register may keep it. Triage repeats no text of customers; a code that an event brought is taken for AWS's
 * only where it looks like one, and becomes a token otherwise.
 */
export function cleanReason(reason: string): string {
  return reason
    .replace(SAID, (said, field: string, value: string) =>
      isPlain(field, value) ? said : `${field} is ${tokenOf(value)}`,
    )
    .slice(0, MAX_REASON)
    .toWellFormed();
}

function isPlain(field: string, said: string): boolean {
  const value = said.replace(/:$/, '');
  return (
    WORDS.has(value) ||
    PLAIN_VALUES.some((shape) => shape.test(value)) ||
    (NAMED_FIELDS.has(field) && NAME.test(value))
  );
}
