import { DataIdentifier, DataProtectionPolicy } from 'aws-cdk-lib/aws-logs';

/**
 * What a log group holds. `phi-store`: logs that PHI can reach. `audit`: records of who did what, in which
 * masking must never hide a principal, a resource or an address from an alarm or a responder.
 */
export type PhiLogKind = 'phi-store' | 'audit';

/** An identifier that CloudWatch Logs finds by itself. */
interface PhiIdentifier {
  readonly identifier: DataIdentifier;
  /** What it is, in the terms of the Safe Harbor list. */
  readonly what: string;
  /**
   * Why it cannot match a principal, an ARN or an address, so that audit groups may have it as well.
   *
   * @default - it could: audit groups go without
   */
  readonly harmlessInAudit?: string;
}

const SHAPE_AND_KEYWORD = 'a fixed shape that no AWS identifier has, found only beside its own keyword';

/**
 * The identifiers of 45 CFR 164.514(b)(2)(i) that CloudWatch Logs can find in the United States.
 *
 * Not on it: IP addresses. In the database's log they are those of our own functions, a responder needs them, and
 * no patient connects to the database.
 */
export const PHI_IDENTIFIERS: readonly PhiIdentifier[] = [
  { identifier: DataIdentifier.NAME, what: 'names' },
  { identifier: DataIdentifier.ADDRESS, what: 'street addresses' },
  { identifier: DataIdentifier.ZIPCODE_US, what: 'postal codes' },
  { identifier: DataIdentifier.LATLONG, what: 'places, as coordinates' },
  { identifier: new DataIdentifier('DateOfBirth'), what: 'dates of birth' },
  { identifier: DataIdentifier.PHONENUMBER_US, what: 'telephone and fax numbers' },
  { identifier: DataIdentifier.EMAILADDRESS, what: 'e-mail addresses' },
  {
    identifier: DataIdentifier.SSN_US,
    what: 'social security numbers',
    harmlessInAudit: SHAPE_AND_KEYWORD,
  },
  {
    identifier: DataIdentifier.INDIVIDUALTAXIDENTIFICATIONNUMBER_US,
    what: 'tax numbers of people without a social security number',
    harmlessInAudit: SHAPE_AND_KEYWORD,
  },
  {
    identifier: DataIdentifier.MEDICAREBENEFICIARYNUMBER_US,
    what: 'health plan beneficiary numbers: Medicare',
    harmlessInAudit: SHAPE_AND_KEYWORD,
  },
  {
    identifier: DataIdentifier.HEALTHINSURANCECLAIMNUMBER_US,
    what: 'health plan beneficiary numbers: Medicare before 2020',
    harmlessInAudit: SHAPE_AND_KEYWORD,
  },
  {
    identifier: DataIdentifier.HEALTHINSURANCECARDNUMBER_EU,
    what: 'health plan beneficiary numbers: European visitors',
  },
  { identifier: DataIdentifier.NATIONALPROVIDERID_US, what: 'who treated: provider number' },
  {
    identifier: DataIdentifier.DRUGENFORCEMENTAGENCYNUMBER_US,
    what: 'who prescribed: DEA number',
    harmlessInAudit: SHAPE_AND_KEYWORD,
  },
  { identifier: DataIdentifier.HEALTHCAREPROCEDURECODE_US, what: 'what was done: HCPCS and CPT codes' },
  { identifier: DataIdentifier.NATIONALDRUGCODE_US, what: 'what was taken: drug codes' },
  { identifier: DataIdentifier.BANKACCOUNTNUMBER_US, what: 'account numbers: bank' },
  { identifier: DataIdentifier.CREDITCARDNUMBER, what: 'account numbers: card' },
  { identifier: DataIdentifier.CREDITCARDEXPIRATION, what: 'account numbers: card expiry' },
  { identifier: DataIdentifier.CREDITCARDSECURITYCODE, what: 'account numbers: card security code' },
  { identifier: DataIdentifier.DRIVERSLICENSE_US, what: 'license numbers: driving' },
  { identifier: DataIdentifier.PASSPORTNUMBER_US, what: 'license numbers: passport' },
  { identifier: DataIdentifier.VEHICLEIDENTIFICATIONNUMBER, what: 'vehicle identifiers' },
];

/** The identifiers that a group of this kind is searched for. */
export function phiIdentifiersFor(kind: PhiLogKind): readonly PhiIdentifier[] {
  return kind === 'audit'
    ? PHI_IDENTIFIERS.filter((row) => row.harmlessInAudit !== undefined)
    : PHI_IDENTIFIERS;
}

/**
 * Masks PHI identifiers in whatever reads the group, metric filters and queries included; only `logs:Unmask` shows
 * them. What is not shaped like an identifier (free text, a diagnosis) is not found: such text must not be logged.
 *
 * @see 45 CFR 164.312(a)(1), 164.502(b)
 */
export function phiLogPolicy(kind: PhiLogKind): DataProtectionPolicy {
  return new DataProtectionPolicy({
    name: `phi-${kind}`,
    description: `Masks PHI identifiers in logs of kind ${kind}`,
    identifiers: phiIdentifiersFor(kind).map((row) => row.identifier),
  });
}
