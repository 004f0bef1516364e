/** Texts that are secrets whatever they are called: keys and tokens with a fixed shape, and addresses with a password in them. */
const SHAPES: readonly RegExp[] = [
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /-----BEGIN ([A-Z]+ ){0,3}PRIVATE KEY-----/,
  /\bgh[pousr]_[A-Za-z0-9]{36}/,
  /\bgithub_pat_\w{22}/,
  /\bglpat-[\w-]{20}/,
  /\bxox[abprs]-[\w-]{10}/,
  /\b[rs]k_live_[A-Za-z0-9]{16}/,
  /\bSG\.[\w-]{16,64}\.[\w-]{16}/,
  /\beyJ[\w-]{10,512}\.eyJ[\w-]{10}/,
  /:\/\/[^\s:@/${}]{1,64}:[^\s:@/${}]{1,128}@/,
];

/** Words that say that a name is of a secret, alone or in this order. */
const SECRET_WORDS =
  /(^|_)(password|passwd|passphrase|passcode|pwd|secret|secrets|token|credential|credentials|apikey|secretkey|authkey|privatekey|connectionstring|(api|private|secret|access|auth|signing|encryption|master|shared|preshared)_key|connection_string)(_|$)/;

/** Last words that say that a name is of something about a secret: where it is, or how long it lasts. */
const POINTER_WORDS =
  /_(arn|name|names|id|ids|path|prefix|suffix|url|uri|endpoint|host|parameter|param|key_id|ref|ttl|age|expiry|expiration|validity|lifetime|days|hours|minutes|seconds|ms|length|limit|size|timeout|header|issuer|region|version|enabled|required|rotation|table|bucket|queue|topic|type|algorithm|policy|use|provider|kind|scope|stage|field|label)$/;

/** Values that are switches, or point to where a secret is kept. */
const POINTER_VALUE = /^(true|false|arn:.*|\/[\w./-]+)$/i;

/** Whether a text holds a secret of a known shape. */
export function holdsSecretShape(text: string): boolean {
  return SHAPES.some((shape) => shape.test(text));
}

/** Whether a name (`DB_PASSWORD`, `dbPassword`, `db-password`) is that of a secret, and not of where one is kept. */
export function namesSecret(name: string): boolean {
  const words = wordsOf(name);
  return SECRET_WORDS.test(words) && !pointsByName(name);
}

/** Whether a name says that it is of a place or a property of something: `DB_PASSWORD_ARN`, `TokenTtlSeconds`. */
export function pointsByName(name: string): boolean {
  return POINTER_WORDS.test(wordsOf(name));
}

/** Whether a value says where a secret is kept, or is too plain to be one. */
export function pointsByValue(text: string): boolean {
  return text.trim() === '' || POINTER_VALUE.test(text.trim());
}

function wordsOf(name: string): string {
  return name
    .slice(0, 256)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
}
