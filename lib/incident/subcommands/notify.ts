import { NOTICE_KINDS } from '../../../lambda/breach/domain/notices/notice-item';
import { UsageError } from '../../commands/command';
import { parseOptions } from '../../commands/parse-options';
import { COMMON_OPTIONS } from '../common-options';
import { draftNotices } from '../draft-notices';
import { CHANNELS, recordSent } from '../record-sent';
import { startSession } from '../session';
import { caseId, type Subcommand } from '../subcommand';

/**
 * Writes drafts of notices, and records with proof that one was sent. It sends nothing itself.
 *
 * @see 45 CFR 164.404(c), 164.414(b)
 */
export const notifySubcommand: Subcommand = {
  name: 'notify',
  summary: 'writes drafts of the notices, and records with proof that one was sent',
  synopsis:
    'ID --draft KINDS --out DIR [--details FILE] | --sent OBLIGATION --on DATE --channel C [--reference TEXT] …',
  details: `It sends nothing itself.

  --draft KINDS         ${NOTICE_KINDS.join(', ')}, or all, separated by commas
  --out DIR             the directory for the drafts, ID-KIND.md; nothing there is written over
  --details FILE        what a notice says beside the facts, as JSON (docs/incident-command.md)

  --sent OBLIGATION     as show names it, like individual-notice, media-notice:CA, state:CA-CIV-1798.82
  --on DATE             the day on which it was sent (at a terminal: today)
  --channel CHANNEL     ${CHANNELS.join(', ')}
  --reference TEXT      where the proof is kept, like a docket or tracking number, without names of people
  --document FILE       what was sent: its SHA-256 is recorded, and nothing else of it; or --sha256 HEX
  --despite-hold TEXT   why it was sent although law enforcement held it

A sending needs a reference, a document, or both (45 CFR 164.414(b)), and cannot be taken back.`,
  run: async (args, tools) => {
    const { values, positionals } = parseOptions('incident notify', args, {
      ...COMMON_OPTIONS,
      draft: { type: 'string', multiple: true },
      out: { type: 'string' },
      details: { type: 'string' },
      sent: { type: 'string' },
      on: { type: 'string' },
      channel: { type: 'string' },
      reference: { type: 'string' },
      document: { type: 'string' },
      sha256: { type: 'string' },
      'despite-hold': { type: 'string' },
    });
    const id = caseId(positionals);
    const { draft, sent } = values;
    if ((draft === undefined) === (sent === undefined)) {
      throw new UsageError(
        `one of --draft and --sent must be given, got: ${draft === undefined ? 'none' : 'both'}`,
      );
    }
    const session = startSession(values, tools, 'writes');
    return sent === undefined
      ? await draftNotices(
          id,
          { kinds: (draft ?? []).join(','), out: values.out, details: values.details },
          session,
        )
      : await recordSent(
          id,
          {
            obligation: sent,
            on: values.on,
            channel: values.channel,
            reference: values.reference,
            document: values.document,
            sha256: values.sha256,
            despiteHold: values['despite-hold'],
          },
          session,
        );
  },
};
