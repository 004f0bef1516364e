import { valueAt } from '../config/field-path';
import type { Finding, Setting } from './finding';
import type { Plan } from './plan';

/** An environment as it is written: plain data, valid against the schema. */
type WrittenEnvironment = Readonly<Record<string, unknown>>;

/** A field that should say something else. */
interface Change {
  /** Like `singletons.guardDuty`. */
  readonly field: string;
  /** Null where the field has no value yet. */
  readonly from: unknown;
  readonly to: unknown;
}

/** The configuration that fits an account, and how it differs from the one that was given. */
export interface FittingConfiguration {
  readonly environment: WrittenEnvironment;
  readonly changes: readonly Change[];
}

/**
 * The environment with every field that the findings call for. A new environment names its account, its region and every
 * choice that was looked at, so that the file says what is meant; a given one changes only where it has to.
 */
export function fittingConfiguration(
  { input, config, named, account }: Pick<Plan, 'input' | 'config' | 'named' | 'account'>,
  findings: readonly Finding[],
): FittingConfiguration {
  const settings = findings.flatMap(({ setting }) => setting ?? []);
  const changing = settings.filter(({ path, value }) => !isSame(valueAt(config, path), value));
  const begun: WrittenEnvironment = named ? { ...input } : { ...input, account, region: config.region };
  return {
    environment: (named ? changing : settings).reduce(withSetting, begun),
    changes: changing.map(({ path, value }) => ({
      field: path.join('.'),
      from: valueAt(config, path) ?? null,
      to: value,
    })),
  };
}

function withSetting(environment: WrittenEnvironment, { path, value }: Setting): WrittenEnvironment {
  const [section = '', field = ''] = path;
  const given = environment[section];
  return {
    ...environment,
    [section]: { ...(typeof given === 'object' ? given : {}), [field]: value },
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
