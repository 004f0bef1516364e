/** A finding of the schema checks that is wrong, or says nothing about safety, on templates that the CDK writes. */
interface FalsePositive {
  readonly rule: string;
  /** @default - every type */
  readonly resourceType?: string;
  /** Why it is passed over. */
  readonly why: string;
}

/**
 * What the CDK passes over too, for each construct that writes it. Kept by template content instead, so that a template gets the same
 * verdict when it is read back; what is not listed here stays open, whoever acknowledged it.
 */
const FALSE_POSITIVES: readonly FalsePositive[] = [
  {
    rule: 'F3002',
    resourceType: 'AWS::EC2::FlowLog',
    why: 'DestinationOptions takes the camelCase names that the service documents, not those of the schema',
  },
  {
    rule: 'F3003',
    resourceType: 'AWS::EC2::FlowLog',
    why: 'DestinationOptions takes the camelCase names that the service documents, not those of the schema',
  },
  { rule: 'W3010', why: 'zones named in a template are a matter of portability' },
  { rule: 'W2506', why: 'the type of a parameter that names an image is a matter of form' },
  { rule: 'W9010', why: 'an image named in a template is a matter of portability' },
  {
    rule: 'W9009',
    resourceType: 'AWS::Events::EventBusPolicy',
    why: 'the properties are deprecated and still what cross-account rules need',
  },
];

/** Why a finding of the schema checks is passed over; undefined when it counts. */
export function falsePositive(rule: string, resourceType: string): string | undefined {
  return FALSE_POSITIVES.find(
    (entry) =>
      entry.rule === rule && (entry.resourceType === undefined || entry.resourceType === resourceType),
  )?.why;
}
