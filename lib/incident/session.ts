import type { CivilDate } from '../../lambda/shared/calendar/civil-date';
import { today } from '../../lambda/shared/calendar/today';
import { type Surroundings, UsageError } from '../commands/command';
import { oneOf } from '../commands/parse-options';
import { type CommonValues, clockOf, endpointOf, environmentOf, nameOf } from './common-options';
import type { Desk, OpenDesk } from './desk';
import type { Dialogue } from './dialogue';

/** What a subcommand is run with. */
export interface Tools {
  readonly surroundings: Surroundings;
  readonly dialogue: Dialogue;
  readonly openDesk: OpenDesk;
}

/** One run of a subcommand: whom it talks with, how it answers, and the register, opened on first use. */
export interface Session {
  readonly environment: string;
  readonly format: 'text' | 'json';
  /** That nobody has to be asked. */
  readonly yes: boolean;
  readonly dialogue: Dialogue;
  readonly surroundings: Surroundings;
  readonly desk: () => Promise<Desk>;
  /** Writes the result: one JSON document, or text. */
  readonly write: (document: object, text: string) => void;
}

/**
 * Judges the common options. A clock that is set may be read with anywhere; steps are recorded under one at a local endpoint
 * alone, because the time of an entry is evidence.
 *
 * @throws UsageError that says which option is wrong
 */
export function startSession(values: CommonValues, tools: Tools, does: 'reads' | 'writes'): Session {
  const { surroundings, dialogue, openDesk } = tools;
  const format = oneOf('--format', ['text', 'json'], values.format);
  const environment = environmentOf(values.environment);
  const endpoint = endpointOf(values.endpoint);
  const clock = clockOf(values['as-of']);
  if (clock !== undefined && does === 'writes' && endpoint === undefined) {
    throw new UsageError(
      "'--as-of' must stand with --endpoint where something is recorded: the time of an entry is evidence",
    );
  }
  const names = {
    stack: nameOf('--stack', values.stack),
    table: nameOf('--table', values.table),
    bucket: nameOf('--bucket', values.bucket),
    signingKey: nameOf('--signing-key', values['signing-key']),
    nameKey: nameOf('--name-key', values['name-key']),
    bus: nameOf('--bus', values.bus),
  };
  const region = nameOf('--region', values.region) ?? (surroundings.region || undefined);
  let opened: Promise<Desk> | undefined;
  return {
    environment,
    format,
    yes: values.yes,
    dialogue,
    surroundings,
    desk: () => {
      opened ??= openDesk({ environment, endpoint, region, names, clock });
      return opened;
    },
    write: (document, text) =>
      surroundings.stdout(format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : text),
  };
}

/** The covered entity's local day. */
export function dayOf({ clock, settings }: Pick<Desk, 'clock' | 'settings'>): CivilDate {
  return today({ now: () => clock.now() }, settings.timeZone);
}
