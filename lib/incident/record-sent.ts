import { createHash } from 'node:crypto';
import { isObligationId } from '../../lambda/breach/domain/deadlines/obligation-ids';
import type { Sending } from '../../lambda/breach/domain/incident/commands/record-sending';
import { workOnCase } from '../../lambda/breach/use-cases/work-on-case';
import { type ExitCode, UsageError } from '../commands/command';
import { openInput } from '../commands/open-input';
import { printable } from '../report/printable';
import { answerTo, choiceOf, dateOr } from './answer';
import { civilDateIn } from './common-options';
import { confirmId } from './confirm';
import { MOST, reviewOptional } from './review-text';
import { dayOf, type Session } from './session';
import { tellStep } from './step';

/** How a notice can go out. */
export const CHANNELS = [
  ...(['mail', 'email', 'telephone', 'website', 'media'] as const),
  ...(['hhs-portal', 'state-portal', 'in-person', 'other'] as const),
];

/** What is told of a sending. */
export interface SentRequest {
  readonly obligation: string;
  readonly on: string | undefined;
  readonly channel: string | undefined;
  readonly reference: string | undefined;
  /** A file. */
  readonly document: string | undefined;
  readonly sha256: string | undefined;
  readonly despiteHold: string | undefined;
}

/** Records that a notice went out, with proof. @see 45 CFR 164.414(b) */
export async function recordSent(id: string, request: SentRequest, session: Session): Promise<ExitCode> {
  judge(request, session);
  const { obligation } = request;
  const sha256 = await hashOf(request, session);
  const desk = await session.desk();
  const today = dayOf(desk);
  const on = await answerTo(
    {
      option: '--on',
      given: request.on,
      question: `On which day was it sent? (YYYY-MM-DD, Enter for ${today})`,
      read: dateOr('--on', today),
    },
    session,
  );
  const channel = await answerTo(
    {
      option: '--channel',
      given: request.channel,
      question: `How: ${CHANNELS.join(', ')}?`,
      read: choiceOf('--channel', CHANNELS),
    },
    session,
  );
  const asks = session.dialogue.interactive && request.reference === undefined && sha256 === null;
  const words = asks
    ? await session.dialogue.ask('Where is the proof kept? Without names of people:')
    : request.reference;
  const most = MOST.reference - channel.length - 2;
  const reference = await reviewOptional('reference', words, most, session);
  const despiteHold = await reviewOptional('despite-hold', request.despiteHold, MOST.reference, session);
  await confirmId(
    id,
    `${obligation} of ${id} will stand as sent on ${on}; this cannot be taken back.`,
    session,
  );
  const sending: Sending = {
    id: obligation,
    on,
    // Without a reference of its own and without a document there is no proof: the channel alone is none.
    proof: {
      sha256,
      reference: reference === null ? (sha256 === null ? null : channel) : `${channel}: ${reference}`,
    },
    despiteHold,
  };
  const outcome = await workOnCase(id, { step: 'sent', sending }, desk.by, desk);
  const more = { sent: { id: obligation, on, channel, proof: sending.proof } };
  return tellStep(
    outcome,
    { command: 'notify', done: `${obligation} is recorded as sent on ${on}.`, more },
    session,
    desk,
  );
}

/** What can be judged without the register. */
function judge(
  { obligation, on, channel, reference, document, sha256 }: SentRequest,
  { dialogue }: Session,
): void {
  const known: boolean = isObligationId(obligation);
  if (!known) {
    throw new UsageError(
      `'--sent' must be an obligation, like individual-notice or media-notice:CA (hipaa incident show lists them), got: '${printable(obligation.slice(0, 80))}'`,
    );
  }
  if (on !== undefined) civilDateIn('--on', on);
  if (channel !== undefined) choiceOf('--channel', CHANNELS)(channel);
  if (document !== undefined && sha256 !== undefined) {
    throw new UsageError("'--document' must stand without --sha256");
  }
  if (dialogue.interactive) return;
  const missing = [...(on === undefined ? ['--on'] : []), ...(channel === undefined ? ['--channel'] : [])];
  if (missing.length > 0)
    throw new UsageError(`${missing.join(' and ')} must be given where nobody can be asked`);
  if (reference === undefined && document === undefined && sha256 === undefined) {
    throw new UsageError(
      "'--reference' or '--document' must be given: a sending needs proof (45 CFR 164.414(b)), got: nothing",
    );
  }
}

/** The SHA-256 of what was sent; null where there is none. */
async function hashOf({ document, sha256 }: SentRequest, { surroundings }: Session): Promise<string | null> {
  if (sha256 !== undefined) {
    if (!/^[0-9a-f]{64}$/i.test(sha256)) throw new UsageError("'--sha256' must be 64 hexadecimal digits");
    return sha256.toLowerCase();
  }
  if (document === undefined) return null;
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of openInput([document], surroundings)) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  if (bytes === 0) throw new UsageError("'--document' must hold what was sent, got: an empty file");
  return hash.digest('hex');
}
