/**
 * AWS identifiers are typed fields: they are parsed where they stand alone and never searched for in free text, where their
 * suffixes look like record numbers. Each parser takes the whole value or nothing.
 */

/** Partitions and regions word by word: a pattern of any letters would let a name through. */
const PARTITION = 'aws(?:-cn|-us-gov|-eusc|-iso(?:-[bef])?)?';
const REGION =
  '(?:(?:us|eu|ap|sa|ca|me|af|il|mx|cn)|us-gov|eusc|(?:us|eu)-iso[bef]?)-(?:de-)?(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]';

const ARN = new RegExp(
  `^arn:(${PARTITION}):([a-z0-9-]{1,40}):(${REGION}|):(\\d{12}|aws|):([\\x21-\\x7e]{1,512})$`,
);
const ACCOUNT_ID = /^\d{12}$/;
const REGION_NAME = new RegExp(`^${REGION}$`);
const KEY_ID = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const ACCESS_KEY_ID = /^(AKIA|ASIA|ABIA|ACCA|AIDA|AROA|AGPA|AIPA|ANPA|ANVA|APKA|ASCA)[A-Z0-9]{12,24}$/;
const RESOURCE_ID =
  /^(i|vpc|subnet|sg|vol|snap|ami|eni|rtb|igw|nat|acl|vpce|fl|eipalloc|lt|tgw|fs|pl|dopt|pcx|vgw|eigw)-[0-9a-f]{17}$/;

/** An ARN in its parts; `resource` is a name that somebody chose and may say who they are. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** The parts of an ARN, or undefined for anything else. */
export function parseArn(value: string): ArnParts | undefined {
  const [, partition, service, region, account, resource] = ARN.exec(value) ?? [];
  return partition === undefined ||
    service === undefined ||
    region === undefined ||
    account === undefined ||
    resource === undefined
    ? undefined
    : { partition, service, region, account, resource };
}

/** Whether the value is an AWS account id: twelve digits. */
export function isAccountId(value: string): boolean {
  return ACCOUNT_ID.test(value);
}

/** Whether the value has the form of a region's name. */
export function isRegion(value: string): boolean {
  return REGION_NAME.test(value);
}

/** Whether the value is the id of a KMS key, of one region or of several. */
export function isKmsKeyId(value: string): boolean {
  return KEY_ID.test(value);
}

/** What kind of IAM identifier the value is, by its prefix, or undefined for anything else. */
export function iamIdKind(
  value: string,
): 'access-key' | 'temporary-key' | 'user' | 'role' | 'other' | undefined {
  const prefix = ACCESS_KEY_ID.exec(value)?.[1];
  if (prefix === undefined) {
    return undefined;
  }
  return IAM_KINDS.get(prefix) ?? 'other';
}

const IAM_KINDS: ReadonlyMap<string, 'access-key' | 'temporary-key' | 'user' | 'role'> = new Map([
  ['AKIA', 'access-key'],
  ['ASIA', 'temporary-key'],
  ['AIDA', 'user'],
  ['AROA', 'role'],
]);

/** The prefix of a resource id that AWS made (`vpc` of `vpc-0123…`, with 17 digits), or undefined for anything else. */
export function resourceIdKind(value: string): string | undefined {
  return RESOURCE_ID.exec(value)?.[1];
}
