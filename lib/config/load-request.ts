import { valueAt } from './field-path';
import { accountId } from './identity-fields';
import { quoteValue } from './quote-value';
import type { EnvironmentInput } from './schema';

/** What the caller knows of the run; nothing here is read from the process. */
export interface LoadRequest {
  /** The CDK context: values come from users, so nothing is assumed of their types. */
  readonly context: {
    /** Name of the one environment to load. @default all of them */
    readonly environment?: unknown;
    /** Where alerts go, over what the environment says. @default what the environment says */
    readonly alertEmail?: unknown;
  };
  /** CDK_DEFAULT_ACCOUNT, for environments that name no account. @default none */
  readonly account?: string | undefined;
  /** CDK_DEFAULT_REGION, for environments that name no region. @default 'us-east-1' */
  readonly region?: string | undefined;
  /** The environments to choose from. @default the environments of this project */
  readonly environments?: readonly EnvironmentInput[];
}

/** A field that an environment takes from the run. */
export interface OutsideField {
  readonly field: 'account' | 'region' | 'alertEmail';
  /** What the user set; a message names it instead of the field. */
  readonly source: string;
  readonly value: unknown;
}

/** The fields that an environment takes from the run: its own account and region come first, a given address wins. */
export function outsideFields(input: unknown, { account, region, context }: LoadRequest): OutsideField[] {
  const fields: OutsideField[] = [];
  if (valueAt(input, ['account']) === undefined && isGiven(account)) {
    fields.push({ field: 'account', source: 'CDK_DEFAULT_ACCOUNT', value: account });
  }
  if (valueAt(input, ['region']) === undefined && isGiven(region)) {
    fields.push({ field: 'region', source: 'CDK_DEFAULT_REGION', value: region });
  }
  if (context.alertEmail !== undefined && takesAlertEmail(input, context.environment)) {
    fields.push({ field: 'alertEmail', source: 'alertEmail', value: context.alertEmail });
  }
  return fields;
}

/** What is wrong with the run itself, whichever environment it asks for. */
export function problemsOfRequest(request: LoadRequest, environments: readonly unknown[]): string[] {
  const { account, context } = request;
  const problems: string[] = [];
  // Even where no environment takes it: a malformed account is never what was meant.
  const checked = accountId.safeParse(account);
  if (isGiven(account) && !checked.success) {
    problems.push(`'CDK_DEFAULT_ACCOUNT' ${checked.error.issues[0]?.message}, got: ${quoteValue(account)}`);
  }
  const taken = environments.some((input) => takesAlertEmail(input, context.environment));
  if (context.alertEmail !== undefined && context.environment === undefined && !taken) {
    problems.push(
      `'alertEmail' must come with an environment that takes it, got: ${quoteValue(context.alertEmail)}`,
    );
  }
  return problems;
}

/** Only a sandbox takes an address unasked; anything else has to be named. */
function takesAlertEmail(input: unknown, asked: unknown): boolean {
  return asked !== undefined || valueAt(input, ['profile']) === 'sandbox';
}

/** A variable set to nothing counts as not set, as in a shell. */
function isGiven(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
