import { RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DataIdentifier } from 'aws-cdk-lib/aws-logs';
import { EncryptedLogGroup } from '../../lib/constructs/encrypted-log-group';
import {
  PHI_IDENTIFIERS,
  type PhiLogKind,
  phiIdentifiersFor,
  phiLogPolicy,
} from '../../lib/constructs/phi-log-policy';
import { neighbours, testStack } from '../support/test-stack';

interface RenderedPolicy {
  readonly Name: string;
  readonly Statement: { readonly DataIdentifier: string[]; readonly Operation: Record<string, unknown> }[];
}

function rendered(kind: PhiLogKind): RenderedPolicy {
  const stack = testStack();
  new EncryptedLogGroup(stack, 'Log', {
    key: neighbours(stack).key,
    retentionDays: 365,
    dataProtectionPolicy: phiLogPolicy(kind),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const [group] = Object.values(Template.fromStack(stack).findResources('AWS::Logs::LogGroup'));
  return group?.Properties.DataProtectionPolicy;
}

const namesFor = (kind: PhiLogKind) => phiIdentifiersFor(kind).map(({ identifier }) => identifier.name);

describe('phiLogPolicy', () => {
  it.each(['phi-store', 'audit'] as const)(
    'finds and masks the same identifiers in a group of kind %s',
    (kind) => {
      const policy = rendered(kind);
      const [audit, mask] = policy.Statement;
      expect(policy.Name).toBe(`phi-${kind}`);
      expect(audit?.Operation).toEqual({ Audit: { FindingsDestination: {} } });
      expect(mask?.Operation).toEqual({ Deidentify: { MaskConfig: {} } });
      expect(mask?.DataIdentifier).toEqual(audit?.DataIdentifier);
      expect(mask?.DataIdentifier).toEqual(
        namesFor(kind).map((name) => `arn:aws:dataprotection::aws:data-identifier/${name}`),
      );
    },
  );

  it.each([
    'Name',
    'Address',
    'ZipCode-US',
    'DateOfBirth',
    'PhoneNumber-US',
    'EmailAddress',
    'Ssn-US',
    'MedicareBeneficiaryNumber-US',
    'HealthInsuranceClaimNumber-US',
    'NationalProviderId-US',
    'DrugEnforcementAgencyNumber-US',
    'HealthcareProcedureCode-US',
    'NationalDrugCode-US',
    'BankAccountNumber-US',
    'CreditCardNumber',
    'DriversLicense-US',
    'PassportNumber-US',
    'VehicleIdentificationNumber',
  ])('masks %s where PHI can be', (name) => {
    expect(namesFor('phi-store')).toContain(name);
  });

  it('masks in audit groups only what has the shape of no principal, ARN or address', () => {
    expect(namesFor('audit')).toEqual([
      'Ssn-US',
      'IndividualTaxIdentificationNumber-US',
      'MedicareBeneficiaryNumber-US',
      'HealthInsuranceClaimNumber-US',
      'DrugEnforcementAgencyNumber-US',
    ]);
  });

  // A user name, an account number or a source address that is masked is one that no alarm matches.
  it.each([
    'Name',
    'EmailAddress',
    'Address',
    'IpAddress',
    'BankAccountNumber-US',
    'AwsSecretKey',
    'LatLong',
  ])('leaves %s readable in audit groups', (name) => {
    expect(namesFor('audit')).not.toContain(name);
  });

  it('leaves addresses of clients readable even where PHI can be', () => {
    expect(namesFor('phi-store')).not.toContain('IpAddress');
  });

  it('uses names that AWS knows: those of the CDK, and the date of birth, which the CDK lacks', () => {
    const known = Object.values(DataIdentifier)
      .filter((value): value is DataIdentifier => value instanceof DataIdentifier)
      .map(({ name }) => name);
    expect(known.length).toBeGreaterThan(80);
    expect(namesFor('phi-store').filter((name) => !known.includes(name))).toEqual(['DateOfBirth']);
  });

  it('says of each identifier what it is, once', () => {
    for (const { what } of PHI_IDENTIFIERS) expect(what).not.toBe('');
    expect(new Set(namesFor('phi-store')).size).toBe(PHI_IDENTIFIERS.length);
  });
});
