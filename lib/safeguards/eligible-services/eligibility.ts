import { quoteValue } from '../../config/quote-value';
import { ELIGIBLE_LIST, type EligibleService } from './eligible-service';
import { NO_PHI_NAMESPACES } from './no-phi-namespaces';
import { NOT_LISTED_NAMESPACES } from './not-listed';
import { SERVICES_A_TO_E } from './services-a-to-e';
import { SERVICES_F_TO_Z } from './services-f-to-z';
import { TYPE_EXCEPTIONS } from './type-exceptions';

/** Every service on AWS's list of that date. */
export const ELIGIBLE_SERVICES: readonly EligibleService[] = [...SERVICES_A_TO_E, ...SERVICES_F_TO_Z];

/** Whether resources of a CloudFormation type may hold PHI under AWS's Business Associate Addendum. */
export interface Eligibility {
  /** True: on the list. False: not on it. 'holds-no-phi': need not be on it. 'unknown': nobody has judged the type, treat it as false. */
  readonly eligible: boolean | 'holds-no-phi' | 'unknown';
  /** The services on the list that claim the type's namespace, joined by " / "; null when none does. */
  readonly service: string | null;
  /** One line for people. */
  readonly reason: string;
  /** What the list leaves out of the service; null when nothing. */
  readonly restriction: string | null;
  /** The day of the list, `YYYY-MM-DD`. */
  readonly listDate: string;
  readonly source: string;
}

interface Claim {
  readonly services: readonly EligibleService[];
  readonly judged: boolean;
}

const CLAIMS: ReadonlyMap<string, Claim> = claims();
const NOT_LISTED: ReadonlySet<string> = new Set(NOT_LISTED_NAMESPACES);

/**
 * Whether a CloudFormation type belongs to a service that may hold PHI.
 *
 * @see 45 CFR 164.308(b)(1), 164.502(e)
 */
export function eligibilityOf(type: string): Eligibility {
  const exception = TYPE_EXCEPTIONS.get(type);
  if (exception !== undefined) return judgement(exception.eligible, exception.reason);
  if (type.startsWith('Custom::')) {
    return judgement('holds-no-phi', 'is code in a function, which is a resource of its own');
  }
  const namespace = /^AWS::([A-Za-z0-9]+)::[A-Za-z0-9]+(::[A-Za-z0-9]+)*$/.exec(type)?.[1];
  if (namespace === undefined) {
    return judgement('unknown', 'it is no type of AWS, so that its vendor needs an agreement of its own');
  }
  const claim = CLAIMS.get(namespace);
  if (claim !== undefined) return claimed(claim);
  const holds = NO_PHI_NAMESPACES.get(namespace);
  if (holds !== undefined) return judgement('holds-no-phi', holds);
  return NOT_LISTED.has(namespace)
    ? judgement(false, `no service on the list of ${ELIGIBLE_LIST.date} claims AWS::${namespace}`)
    : judgement('unknown', `AWS::${namespace} is not known, so that nobody has judged it`);
}

/** Why a resource of a type is refused, in one sentence; null when its service is eligible or it holds no PHI. */
export function refusalOf(type: string): string | null {
  const { eligible, reason, listDate, source } = eligibilityOf(type);
  if (eligible === true || eligible === 'holds-no-phi') return null;
  return `'Type' must be of a HIPAA eligible service or hold no PHI, got: ${quoteValue(type)}: ${reason} (list of ${listDate}, ${source}).`;
}

/** Whether the list names a service, by its exact name. */
export function isEligibleService(name: string): boolean {
  return ELIGIBLE_SERVICES.some((service) => service.name === name);
}

function claimed({ services, judged }: Claim): Eligibility {
  const service = services.map(({ name }) => name).join(' / ');
  const restrictions = services.flatMap(({ name, restriction }) =>
    restriction === undefined ? [] : [`${name}: ${restriction}`],
  );
  return {
    ...judgement(true, judged ? `is by our judgement a feature of ${service}` : `is ${service}`),
    service,
    restriction: restrictions.length === 0 ? null : restrictions.join('; '),
  };
}

function judgement(eligible: Eligibility['eligible'], reason: string): Eligibility {
  return {
    eligible,
    service: null,
    reason,
    restriction: null,
    listDate: ELIGIBLE_LIST.date,
    source: ELIGIBLE_LIST.source,
  };
}

function claims(): ReadonlyMap<string, Claim> {
  const found = new Map<string, Claim>();
  for (const service of ELIGIBLE_SERVICES) {
    for (const namespace of service.namespaces ?? []) add(found, namespace, service, false);
    for (const namespace of service.judged ?? []) add(found, namespace, service, true);
  }
  return found;
}

function add(found: Map<string, Claim>, namespace: string, service: EligibleService, judged: boolean): void {
  const others = found.get(namespace)?.services ?? [];
  found.set(namespace, { services: [...others, service], judged });
}
