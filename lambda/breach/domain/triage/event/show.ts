import { tokenOf } from './token';

/** The longest code that a reason repeats, in characters. */
const MAX_CODE = 120;

/** What AWS defines and no customer names: these carry nothing about a person. */
const OPEN_SHAPES: readonly RegExp[] = [
  /^\d{12}$/,
  /^[\d.]{1,15}\/\d{1,3}$/,
  /^[0-9a-fA-F:]{2,39}\/\d{1,3}$/,
  /^arn:aws[a-z-]*:iam::aws:policy\/[\w+=,.@/-]{1,128}$/,
  /^[a-z0-9-]{2,40}(\.[a-z0-9-]{2,40}){0,2}\.amazonaws\.com(\.cn)?$/,
];

/** A value as a reason may repeat it: yes or no, a number, what AWS defines, or a token in the place of any other text. */
export function showValue(value: unknown): string {
  if (typeof value === 'boolean' || typeof value === 'number') {
    return String(value);
  }
  if (typeof value === 'string') {
    return value === '*' || OPEN_SHAPES.some((shape) => shape.test(value)) ? value : tokenOf(value);
  }
  if (value === undefined) {
    return 'absent';
  }
  return value === null ? 'null' : Array.isArray(value) ? `a list of ${value.length}` : 'an object';
}

/** A code that AWS defines (an API name, an error code, the type of a finding) as it is; anything unlike one as a token. */
export function showCode(value: unknown): string {
  if (typeof value !== 'string') {
    return showValue(value);
  }
  return value.length <= MAX_CODE && /^[A-Za-z][\w.:/!-]*$/.test(value) ? value : tokenOf(value);
}
