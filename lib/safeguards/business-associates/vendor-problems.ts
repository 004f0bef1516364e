import { quoteValue } from '../../config/quote-value';
import { isEligibleService } from '../eligible-services/eligibility';
import { type Endpoint, type Recipient, recipientOf } from './recipient';
import type { Agreement, RegisteredVendor } from './register';

/** The most days after discovery within which a vendor may tell of a breach. @see 45 CFR 164.410(b) */
const MOST_BREACH_NOTICE_DAYS = 60;

/** The fewest years that documentation is kept. @see 45 CFR 164.316(b)(2)(i) */
const FEWEST_RETENTION_YEARS = 6;

/** Something that leaves for somebody. */
export interface Flow extends Endpoint {
  /** For people: where it leaves, as a construct path or a name. */
  readonly from: string;
  /** Whether PHI goes with it. An alert that is built from an allow-list of typed fields carries none. */
  readonly carries: 'phi' | 'no-phi';
  /** The vendor's service that receives it, by the name that the agreement has for it. Needed where PHI goes. @default unknown */
  readonly service?: string;
}

/** What a flow amounts to. */
export interface FlowVerdict {
  /** Why the flow is refused; empty when it is not. */
  readonly problems: readonly string[];
  /** What the report says of a flow that is not refused. */
  readonly notices: readonly string[];
}

/**
 * Refuses a flow of PHI to anybody without a business associate agreement in force, and says of every flow without PHI when its channel
 * is covered by none.
 *
 * @see 45 CFR 164.308(b)(1), 164.314(a), 164.502(e)
 */
export function vendorProblems(flow: Flow, register: readonly RegisteredVendor[], asOf: string): FlowVerdict {
  const plain =
    flow.protocol === 'http'
      ? [`${flow.from}: 'protocol' must be https, got: 'http', which anybody can read`]
      : [];
  const recipient = recipientOf(flow, register);
  if (recipient === undefined) return ofUnknown(flow, plain);
  const lacking = lackingIn(flow, recipient, asOf);
  if (flow.carries === 'phi') {
    return { problems: [...plain, ...lacking.map((text) => `${flow.from}: ${text}`)], notices: [] };
  }
  const notice = `${flow.from} sends to ${recipient.name}, which no agreement in force covers: alerts without PHI only`;
  return { problems: plain, notices: lacking.length === 0 ? [] : [notice] };
}

function ofUnknown(flow: Flow, plain: readonly string[]): FlowVerdict {
  if (flow.carries === 'no-phi') {
    const notice = `${flow.from} sends to an address whose owner cannot be told: alerts without PHI only`;
    return { problems: plain, notices: [notice] };
  }
  const got = flow.address === undefined ? 'one known only at deployment' : quoteValue(flow.address);
  const problem = `${flow.from}: 'address' must tell who receives PHI, got: ${got}`;
  return { problems: [...plain, problem], notices: [] };
}

/** What the recipient lacks to receive PHI. */
function lackingIn(flow: Flow, { name, channel, vendor }: Recipient, asOf: string): readonly string[] {
  if (channel !== null && !channel.coverable) {
    return [`'address' must not be ${name} (${channel.name}) where PHI goes: ${channel.reason}`];
  }
  if (vendor === null || vendor.agreement === null) {
    return [`${name} must have a business associate agreement in the register where PHI goes, got: none`];
  }
  return [
    ...(vendor.phiMayReach
      ? []
      : [`'phiMayReach' of ${vendor.vendor} must be true where PHI goes, got: false`]),
    ...shortcomings(vendor.vendor, vendor.agreement, asOf),
    ...(isCovered(flow.service, vendor.vendor, vendor.agreement)
      ? []
      : [
          `'services' of the agreement with ${vendor.vendor} must cover the service that receives PHI, got: ${quoteValue(flow.service)}`,
        ]),
  ];
}

function shortcomings(vendor: string, agreement: Agreement, asOf: string): readonly string[] {
  const { signedOn, expiresOn, retentionYears, breachNoticeDays } = agreement;
  const of = `of the agreement with ${vendor}`;
  return [
    ...(signedOn > asOf ? [`'signedOn' ${of} must not be after ${asOf}, got: ${signedOn}`] : []),
    ...(expiresOn !== null && expiresOn < asOf
      ? [`'expiresOn' ${of} must not be before ${asOf}, got: ${expiresOn}`]
      : []),
    ...(retentionYears < FEWEST_RETENTION_YEARS
      ? [`'retentionYears' ${of} must be at least ${FEWEST_RETENTION_YEARS}, got: ${retentionYears}`]
      : []),
    ...(breachNoticeDays > MOST_BREACH_NOTICE_DAYS
      ? [`'breachNoticeDays' ${of} must be at most ${MOST_BREACH_NOTICE_DAYS}, got: ${breachNoticeDays}`]
      : []),
  ];
}

/** AWS's addendum covers by its list; every other agreement covers what it names. */
function isCovered(service: string | undefined, vendor: string, { services }: Agreement): boolean {
  if (service === undefined) return false;
  return services.includes(service) || (vendor === 'aws' && isEligibleService(service));
}
