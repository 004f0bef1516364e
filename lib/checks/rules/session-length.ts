import type { BaselineRule } from '../baseline-rule';
import type { JsonObject } from '../template';
import { got } from '../template-values/got';
import { plainObject } from '../template-values/intrinsic';
import { listOf, wholeNumber } from '../template-values/scalars';
import { judgeVariants } from '../template-values/variants';

/** How long a session may last. Practice: the regulation names no figure. */
const LONGEST_SESSION_SECONDS = 15 * 60;

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** What signs people in at a load balancer, and the property that says how. */
const SIGN_INS: ReadonlyMap<unknown, string> = new Map([
  ['authenticate-cognito', 'AuthenticateCognitoConfig'],
  ['authenticate-oidc', 'AuthenticateOidcConfig'],
]);

/**
 * A session ends after 15 minutes: tokens of a Cognito client and sessions of a load balancer live no longer, and nothing renews
 * them behind a person's back. Cognito's refresh tokens live for an hour at least, so that the refresh flow is off.
 *
 * @see 45 CFR 164.312(a)(2)(iii)
 */
export const sessionLength: BaselineRule = {
  id: 'Baseline-SessionLength',
  severity: 'error',
  info: 'A session of a Cognito client or a load balancer ends after 15 minutes.',
  explanation: 'A screen that somebody left stays open to whoever passes until the session ends.',
  fix: 'Set AccessTokenValidity and IdTokenValidity to 15 with TokenValidityUnits minutes, leave ALLOW_REFRESH_TOKEN_AUTH out of ExplicitAuthFlows, and set SessionTimeout of a load balancer to 900.',
  citations: ['164.312(a)(2)(iii)'],
  basis: 'practice',
  evaluate: ({ resource, template }) => {
    switch (resource.Type) {
      case 'AWS::Cognito::UserPoolClient':
        return judgeVariants(resource, template, judgeClient);
      case 'AWS::ElasticLoadBalancingV2::Listener':
        return judgeVariants(resource, template, ({ DefaultActions }) => judgeActions(DefaultActions));
      case 'AWS::ElasticLoadBalancingV2::ListenerRule':
        return judgeVariants(resource, template, ({ Actions }) => judgeActions(Actions));
      default:
        return [];
    }
  },
};

function judgeClient(properties: JsonObject): readonly string[] {
  const units = plainObject(properties.TokenValidityUnits) ?? {};
  return [
    ...judgeToken('AccessTokenValidity', properties.AccessTokenValidity, units.AccessToken),
    ...judgeToken('IdTokenValidity', properties.IdTokenValidity, units.IdToken),
    ...judgeRefresh(properties),
  ];
}

/** Without a value a token lives for an hour; without a unit the value is in hours. */
function judgeToken(name: string, value: unknown, unit: unknown = 'hours'): readonly string[] {
  const seconds = (wholeNumber(value) ?? Number.NaN) * (SECONDS[String(unit)] ?? Number.NaN);
  return seconds <= LONGEST_SESSION_SECONDS
    ? []
    : [
        `${name} must be at most 15 minutes, ${got(value)} ${value === undefined ? 'The default is one hour.' : `Its unit: ${unitName(unit)}.`}`,
      ];
}

function unitName(unit: unknown): string {
  return typeof unit === 'string' && Object.hasOwn(SECONDS, unit) ? unit : 'not known';
}

/** Without a list of flows the refresh flow is on. */
function judgeRefresh({
  ExplicitAuthFlows: flows,
  RefreshTokenRotation: rotation,
}: JsonObject): readonly string[] {
  const feature = plainObject(rotation)?.Feature;
  if (feature !== undefined && feature !== 'DISABLED') {
    return [
      `RefreshTokenRotation.Feature must not be ENABLED: refresh tokens outlive the session, ${got(feature)}`,
    ];
  }
  const isOn =
    !Array.isArray(flows) ||
    flows.length === 0 ||
    flows.some((flow) => typeof flow !== 'string' || flow === 'ALLOW_REFRESH_TOKEN_AUTH') ||
    !flows.some((flow) => String(flow).startsWith('ALLOW_'));
  return isOn
    ? [
        `ExplicitAuthFlows must name flows and leave out ALLOW_REFRESH_TOKEN_AUTH: refresh tokens outlive the session, ${got(flows)}`,
      ]
    : [];
}

/** The default of a load balancer is a week. */
function judgeActions(actions: unknown): readonly string[] {
  return listOf(actions).flatMap((entry) => {
    const action = plainObject(entry);
    const property = SIGN_INS.get(action?.Type);
    if (property === undefined) return [];
    const timeout = plainObject(action?.[property])?.SessionTimeout;
    return (wholeNumber(timeout) ?? Number.NaN) <= LONGEST_SESSION_SECONDS
      ? []
      : [`${property}.SessionTimeout must be at most ${LONGEST_SESSION_SECONDS} seconds, ${got(timeout)}`];
  });
}
