import { z } from 'zod';
import type { DeskNames } from './desk';
import { DeskError } from './desk-error';

/** The outputs of the response stack that name the register, by the option that replaces each. */
const OUTPUTS = {
  table: 'RegisterTableName',
  bucket: 'ArchiveBucketName',
  signingKey: 'HeadKeyArn',
  nameKey: 'NameKeyArn',
  bus: 'EventBusName',
} as const satisfies Partial<Record<keyof DeskNames, string>>;

/** What the functions of the path are told, as the outputs write it. */
const settingsSchema = z
  .object({
    EntityRole: z.enum(['covered-entity', 'business-associate']),
    TimeZone: z.string().min(1).max(64),
    LockMode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
    KnownNames: z
      .string()
      .transform(parsed)
      .pipe(z.array(z.string().max(2048)).max(2000)),
  })
  .transform(({ EntityRole, TimeZone, LockMode, KnownNames }) => ({
    role: EntityRole,
    timeZone: TimeZone,
    lockMode: LockMode,
    knownNames: KnownNames,
  }));

/** The function that contains, where the environment switched an action on. */
const CONTAINMENT_OUTPUT = 'ContainmentFunctionArn';

/** What the path of an environment is told at deployment. */
type DeployedSettings = Readonly<z.output<typeof settingsSchema>>;

/** The names of a deployed register. */
type RegisterNames = Readonly<Record<keyof typeof OUTPUTS, string>>;

/** What a register is used with. */
export interface DeployedRegister {
  readonly names: RegisterNames;
  readonly settings: DeployedSettings;
  /** Undefined where no action is switched on. */
  readonly containmentArn: string | undefined;
}

/**
 * Reads the outputs of a response stack; names that were given replace its own.
 *
 * @throws DeskError where an output is missing or holds something else
 */
export function readOutputs(
  outputs: ReadonlyMap<string, string>,
  given: Partial<Record<keyof DeskNames, string | undefined>>,
  stack: string,
): DeployedRegister {
  const parts = (Object.keys(OUTPUTS) as (keyof typeof OUTPUTS)[]).map(
    (part) => [part, given[part] ?? outputs.get(OUTPUTS[part])] as const,
  );
  const missing = parts.flatMap(([part, value]) => (value === undefined ? [OUTPUTS[part]] : []));
  const settings = settingsSchema.safeParse(Object.fromEntries(outputs));
  if (missing.length > 0 || !settings.success) {
    const names = [...missing, ...(settings.error?.issues.map(({ path }) => String(path[0])) ?? [])].join(
      ', ',
    );
    throw new DeskError(
      `The stack ${stack} has no usable output ${names}: deploy it with this version, or name another stack with --stack.`,
      3,
    );
  }
  return {
    names: Object.fromEntries(parts) as RegisterNames,
    settings: settings.data,
    containmentArn: outputs.get(CONTAINMENT_OUTPUT),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
