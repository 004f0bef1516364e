import type { connectDesk } from '../incident/connect-desk';
import type { OpenDesk } from '../incident/desk';
import type { incidentHelp } from '../incident/help';
import type { runIncident } from '../incident/run-incident';
import type { Command, ExitCode } from './command';

/** `hipaa incident` on registers that are opened like this. */
export function createIncidentCommand(openDesk: OpenDesk): Command {
  return {
    name: 'incident',
    summary: "the responder's work on the incident register: open, contain, assess, notify, close …",
    usage: `Usage: hipaa incident SUBCOMMAND --environment E [OPTIONS]
`,
    usageFor: (args) => {
      const loaded: { readonly incidentHelp: typeof incidentHelp } = require('../incident/help');
      return loaded.incidentHelp(args);
    },
    run: async (args, surroundings): Promise<ExitCode> => {
      // Loaded only now: the clients of the AWS SDK take a second, and no other command needs them.
      const loaded: { readonly runIncident: typeof runIncident } = require('../incident/run-incident');
      return await loaded.runIncident(args, surroundings, openDesk);
    },
  };
}

/**
 * The responder's work on the register of a deployed account, or of a local endpoint.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export const incidentCommand: Command = createIncidentCommand(async (target) => {
  const loaded: { readonly connectDesk: typeof connectDesk } = require('../incident/connect-desk');
  return await loaded.connectDesk(target);
});
