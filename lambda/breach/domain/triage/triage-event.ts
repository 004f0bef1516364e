import { assessCall } from './assess-call';
import { type Assessment, assess, ignored, wordsOf } from './assessment';
import { dedupeKeyOf, type Fact } from './dedupe-key';
import { ownAccounts } from './event/accounts';
import { apiCallOf } from './event/api-call';
import { type Envelope, envelopeOf } from './event/envelope';
import { asObject, asText, at, type JsonObject } from './event/json';
import { tailOf } from './event/resource';
import { showCode } from './event/show';
import { idOf, plainId } from './event-id';
import { sourceOf } from './findings/sources';
import { malformed } from './malformed';
import { type Estate, estateOf, type TriageOptions } from './options';
import { recordsOf } from './records';
import { UNCLEAR_EVENT } from './signals/unclear';
import { seriousness, type TriageFinding, type TriageVerdict } from './verdict';

/**
 * The judgement on one event, as EventBridge delivers it; a CloudTrail record without an envelope and a batch of records
 * are taken too. Never throws on what JSON can say, reads no clock, and answers the same for the same event.
 *
 * @see 45 CFR 164.308(a)(6)(ii)
 */
export function triageEvent(event: unknown, options?: TriageOptions): TriageVerdict {
  const object = asObject(event);
  if (object === undefined) {
    return malformed('the event is no JSON object', event);
  }
  const estate = estateOf(options);
  const records = recordsOf(object);
  if (records === undefined) {
    return triageOne(object, estate);
  }
  const verdicts = records.map((record) => triageOne(record, estate));
  return verdicts.length === 0 ? settle(ignored(['Records is empty']), object, NOWHERE) : worstOf(verdicts);
}

/** The reason of an event at which a judgement threw. */
export const JUDGEMENT_FAILED = 'the judgement failed';

/** Where a fact happened and what it is about. */
type Place = Omit<Fact, 'verdict' | 'signal'>;

const NOWHERE: Place = { source: null, account: null, region: null, subject: '' };

function triageOne(value: unknown, estate: Estate): TriageVerdict {
  const event = asObject(value);
  if (event === undefined) {
    return malformed('the event is no JSON object', value);
  }
  const envelope = envelopeOf(event);
  if (envelope === undefined) {
    return malformed('source and detail are absent', event);
  }
  const { detail } = envelope;
  if (detail === undefined) {
    return settle(unclear('detail is absent'), event, placeOf(envelope, ''));
  }
  try {
    return isCall(detail) ? triageCall(envelope, detail, estate) : triageFindings(envelope, detail, estate);
  } catch {
    // A fault of ours must not lose an event: it is kept for a person to look at.
    return settle(unclear(JUDGEMENT_FAILED), event, placeOf(envelope, ''));
  }
}

function isCall(detail: JsonObject): boolean {
  const insight = asText(at(detail, 'eventCategory'))?.toLowerCase() === 'insight';
  return !insight && (asText(at(detail, 'eventName')) ?? asText(at(detail, 'eventSource'))) !== undefined;
}

function triageCall(envelope: Envelope, detail: JsonObject, estate: Estate): TriageFinding {
  const call = apiCallOf(detail, envelope.account, envelope.source, estate);
  const assessment = call.name === '' ? unclear('eventName is absent') : assessCall(call);
  if (assessment.verdict === 'ignore') {
    return settle(assessment, envelope.event, NOWHERE);
  }
  const { resource } = call;
  return settle(assessment, envelope.event, {
    source: call.service,
    account: envelope.account ?? asText(at(detail, 'recipientAccountId')) ?? call.actor.account ?? null,
    region: envelope.region,
    subject:
      resource === undefined
        ? `${call.actor.arn ?? call.actor.principalId ?? ''} ${call.name}`
        : `${resource.field} ${tailOf(resource.name)}`,
  });
}

function triageFindings(envelope: Envelope, detail: JsonObject, estate: Estate): TriageVerdict {
  const source = sourceOf(envelope);
  if (source === undefined) {
    return settle(
      envelope.source === undefined
        ? unclear('source is absent')
        : ignored([`source is ${showCode(envelope.source)}, which sends nothing that is judged`]),
      envelope.event,
      placeOf(envelope, ''),
    );
  }
  const parts = source.split(detail);
  const verdicts = parts.map((part): TriageFinding => {
    const accounts = ownAccounts(estate, envelope.account, at(part, 'accountId'), at(part, 'AwsAccountId'));
    const finding = { kind: 'finding', detail: part, envelope, accounts, estate } as const;
    const assessment = assess(wordsOf(source.rows, finding), 'the event tells of nothing that is judged');
    const id = source.idOf(part);
    const verdict = settle(assessment, envelope.event, placeOf(envelope, id ?? envelope.resources.join(' ')));
    return parts.length > 1 && id !== undefined ? { ...verdict, id: plainId(id) } : verdict;
  });
  return worstOf(verdicts, idOf(envelope.event));
}

function placeOf(envelope: Envelope, subject: string): Place {
  return {
    source: envelope.source ?? null,
    account: envelope.account ?? null,
    region: envelope.region,
    subject,
  };
}

function unclear(reason: string): Assessment {
  return assess([{ signal: UNCLEAR_EVENT, judgement: { level: 'review', reasons: [reason] } }], reason);
}

function settle(assessment: Assessment, event: JsonObject, place: Place): TriageFinding {
  const { verdict, signal, severity, reasons } = assessment;
  return {
    id: idOf(event),
    verdict,
    severity,
    signal: signal?.id ?? null,
    reasons,
    citations: signal?.citations ?? [],
    dedupeKey:
      verdict === 'ignore' || signal === null ? null : dedupeKeyOf({ verdict, signal: signal.id, ...place }),
  };
}

/** The most serious of several, which it repeats; the first of equals. */
function worstOf(findings: readonly TriageFinding[], id?: string): TriageVerdict {
  const worst = findings.reduce((one, other) => (seriousness(other) > seriousness(one) ? other : one));
  return findings.length === 1 ? worst : { ...worst, id: id ?? worst.id, findings };
}
