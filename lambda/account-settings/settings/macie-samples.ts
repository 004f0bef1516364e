import {
  GetRevealConfigurationCommand,
  type Macie2Client,
  UpdateRevealConfigurationCommand,
} from '@aws-sdk/client-macie2';
import * as z from 'zod';
import type { AccountStateRow } from '../account-state';

/** Whether Macie shows, beside a finding, some of the sensitive data that it found. */
export interface MacieSamples {
  readonly Samples: 'ENABLED' | 'DISABLED';
}

/**
 * Keeps Macie from showing samples of what it found: a finding says where PHI is, never what it says. Nothing is put
 * back.
 *
 * @see 45 CFR 164.312(a)(1), 164.502(b)
 */
export function macieSamples(macie: Macie2Client): AccountStateRow<MacieSamples> {
  return {
    name: 'macie-samples',
    schema: z.strictObject({ Samples: z.literal('DISABLED') }),
    read: async () => {
      const { configuration } = await macie.send(new GetRevealConfigurationCommand({}));
      return { Samples: configuration?.status ?? 'DISABLED' };
    },
    strengthen: (_found, wanted) => wanted,
    shortfalls: (found, wanted) => (found.Samples === wanted.Samples ? [] : ['Samples']),
    write: async ({ Samples }) => {
      await macie.send(new UpdateRevealConfigurationCommand({ configuration: { status: Samples } }));
    },
  };
}
