import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { printable } from '../../report/printable';
import { COMMON_OPTIONS } from '../common-options';
import { dayOf, startSession } from '../session';
import type { Subcommand } from '../subcommand';

/** Puts a marked test on the bus, which goes the way of every event and opens no case. */
export const testSubcommand: Subcommand = {
  name: 'test',
  summary: 'sends a marked test alert the way of every event',
  synopsis: '',
  details: `It opens no case. Each topic gets one alert marked TEST, within a minute: urgent, routine and escalation. Where one does
not arrive, look at the dead-letter queues and at the subscriptions.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident test', args, COMMON_OPTIONS);
    const [surplus] = positionals;
    if (surplus !== undefined) {
      throw new UsageError(`'incident test' must stand without a name, got: '${printable(surplus)}'`);
    }
    const session = startSession(values, tools, 'writes');
    const desk = await session.desk();
    const message = { kind: 'test', id: desk.ids.next(), sentAt: desk.clock.now().toISOString() } as const;
    await desk.sendPathMessage(message);
    const { environment } = session;
    session.write(
      {
        schemaVersion: 1,
        command: 'incident test',
        environment,
        asOf: dayOf(desk),
        outcome: 'done',
        test: message,
      },
      `The test is on the bus of ${environment}: each topic should get an alert marked TEST within a minute.\n`,
    );
    return 0;
  },
};
