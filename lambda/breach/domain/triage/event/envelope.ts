import { asObject, asText, at, type JsonObject } from './json';
import { regionOf } from './region';
import { textsIn } from './values';

/** An event as EventBridge delivers it, with what is common to all sources. */
export interface Envelope {
  readonly event: JsonObject;
  /** In lower case: `aws.guardduty`. */
  readonly source: string | undefined;
  readonly detailType: string;
  readonly account: string | undefined;
  readonly region: string | null;
  readonly resources: readonly string[];
  readonly detail: JsonObject | undefined;
}

/** The longest `detail` that comes as JSON in a text and is parsed, in UTF-16 units. */
const MAX_DETAIL = 1024 * 1024;

/**
 * The event with its parts. A CloudTrail record that comes without an envelope is its own detail. Undefined where there
 * is neither a source nor a detail.
 */
export function envelopeOf(event: JsonObject): Envelope | undefined {
  const source = asText(at(event, 'source'));
  const given = at(event, 'detail');
  const bare =
    given === undefined &&
    asText(at(event, 'eventName')) !== undefined &&
    asText(at(event, 'eventSource')) !== undefined;
  if (source === undefined && given === undefined && !bare) {
    return undefined;
  }
  const detail = bare ? event : (asObject(given) ?? parsed(given));
  return {
    event,
    source: source?.toLowerCase(),
    detailType: (asText(at(event, 'detail-type')) ?? asText(at(event, 'detailType')) ?? '').toLowerCase(),
    account: accountOf(at(event, 'account')),
    region: regionOf(bare ? undefined : event, detail),
    resources: textsIn(at(event, 'resources')),
    detail,
  };
}

/** Twelve digits, also where a number lost its leading zeros. */
function accountOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value).padStart(12, '0') : asText(value);
  return text !== undefined && /^\d{12}$/.test(text) ? text : undefined;
}

function parsed(value: unknown): JsonObject | undefined {
  if (typeof value !== 'string' || value.length > MAX_DETAIL) {
    return undefined;
  }
  try {
    return asObject(JSON.parse(value));
  } catch {
    return undefined;
  }
}
