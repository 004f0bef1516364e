/** The functions of CloudFormation that have a short form in YAML, `!Sub` for `Fn::Sub`. */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAZs',
  'GetAtt',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
]);

/** Those that have no `Fn::` before them. */
const UNPREFIXED: ReadonlySet<string> = new Set(['Condition', 'Ref']);

/** Tags of YAML itself, which say what a value is anyway. */
const PLAIN = /^(!|tag:yaml\.org,2002:(str|int|float|bool|null|map|seq))$/;

/** The long name of the function that a tag stands for; undefined for a plain value, null for a tag that nobody knows. */
export function functionNamed(tag: string | undefined): string | undefined | null {
  if (tag === undefined || PLAIN.test(tag)) return undefined;
  const name = tag.startsWith('!') ? tag.slice(1) : '';
  if (UNPREFIXED.has(name)) return name;
  return FUNCTIONS.has(name) ? `Fn::${name}` : null;
}

/** A function in its long form. `!GetAtt Bucket.Arn` is the one whose argument changes. */
export function withFunction(name: string, argument: unknown): unknown {
  if (name === 'Fn::GetAtt' && typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return { [name]: dot < 0 ? argument : [argument.slice(0, dot), argument.slice(dot + 1)] };
  }
  return { [name]: argument };
}
