import { z } from 'zod';
import { CONTAINMENT_KINDS } from '../../lambda/breach/domain/containment/containment-kinds';
import type { DeskNames } from './desk';
import { DeskError } from './desk-error';

/** The outputs of the response stack that name the register, by the option that replaces each. */
const OUTPUTS = {
  table: 'RegisterTable',
  bucket: 'EvidenceBucket',
  signingKey: 'HeadSigningKey',
  nameKey: 'NameKey',
  bus: 'EventBus',
} as const satisfies Partial<Record<keyof DeskNames, string>>;

/** The output that holds what the functions of the path are told. */
const SETTINGS_OUTPUT = 'BreachSettings';

const settingsSchema = z
  .object({
    role: z.enum(['covered-entity', 'business-associate']),
    timeZone: z.string().min(1).max(64),
    lockMode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
    knownNames: z.array(z.string().max(2048)).max(2000).default([]),
    containment: z.array(z.enum(CONTAINMENT_KINDS)).default([]),
  })
  .readonly();

/** What the path of an environment is told at deployment. */
export type DeployedSettings = z.output<typeof settingsSchema>;

/** The names of a deployed register. */
export type RegisterNames = Readonly<Record<keyof typeof OUTPUTS, string>>;

/** What a register is used with. */
export interface DeployedRegister {
  readonly names: RegisterNames;
  readonly settings: DeployedSettings;
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
  const settings = settingsSchema.safeParse(parsed(outputs.get(SETTINGS_OUTPUT)));
  if (missing.length > 0 || !settings.success) {
    const names = [...missing, ...(settings.success ? [] : [SETTINGS_OUTPUT])].join(', ');
    throw new DeskError(
      `The stack ${stack} has no usable output ${names}: deploy it with this version, or name another stack with --stack.`,
      3,
    );
  }
  return { names: Object.fromEntries(parts) as RegisterNames, settings: settings.data };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
