import type { ConfigurationRule } from './configuration-rule';

const SMART_FIELDS = ['authorizationEndpoint', 'tokenEndpoint', 'tokenFunctionArn'] as const;

/**
 * Regions that have HealthLake, as of 2026-11-22: a deployment elsewhere would fail half-way.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/Amazon-HealthLake.html
 */
const REGIONS: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'ap-south-1',
  'ap-southeast-2',
  'eu-west-1',
  'eu-west-2',
];

/** What the FHIR store's way to authorize calls for. */
export const FHIR_STORE_RULES: readonly ConfigurationRule[] = [
  {
    field: 'fhirStore.access',
    reads: ['region', 'fhirStore.access'],
    demand: ({ region, fhirStore }) =>
      fhirStore.access !== 'off' && !REGIONS.includes(region)
        ? `must be 'off' in ${region}: HealthLake is in ${REGIONS.join(', ')}`
        : undefined,
  },
  ...SMART_FIELDS.map(
    (name): ConfigurationRule => ({
      field: `fhirStore.${name}`,
      reads: ['fhirStore.access', `fhirStore.${name}`],
      demand: ({ fhirStore }) => {
        const smart = fhirStore.access === 'smart-on-fhir';
        if (smart && fhirStore[name] === undefined) {
          return "must be set where fhirStore.access is 'smart-on-fhir'";
        }
        return !smart && fhirStore[name] !== undefined
          ? "must be left out unless fhirStore.access is 'smart-on-fhir'"
          : undefined;
      },
    }),
  ),
  {
    field: 'fhirStore.tokenFunctionArn',
    reads: ['region', 'account', 'fhirStore.tokenFunctionArn'],
    demand: ({ region, account, fhirStore: { tokenFunctionArn } }) => {
      if (tokenFunctionArn === undefined) return undefined;
      const [, , , itsRegion, itsAccount] = tokenFunctionArn.split(':');
      if (itsRegion !== region) return `must be of region (${region}): HealthLake calls no other`;
      return account !== undefined && itsAccount !== account
        ? `must be of account (${account}): another one would decide who reads`
        : undefined;
    },
  },
];
