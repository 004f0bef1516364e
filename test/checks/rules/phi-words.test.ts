import { phiWords } from '../../../lib/checks/rules/phi-words';
import { phiKindsIn } from '../../../lib/checks/rules/phi-words/phi-kinds';
import { against, againstResource } from './subject';

const SSN = '900-12-3456';

describe('phiKindsIn', () => {
  it.each([
    [SSN, 'a Social Security number'],
    [`backup-${SSN}-restore`, 'a Social Security number'],
    ['ssn_900123456', 'a Social Security number'],
    ['mrn-0012345', 'a medical record number'],
    ['ExportMrn12345678', 'a medical record number'],
    ['Medical record number: A-1234567', 'a medical record number'],
    ['patient-id-98765', 'a number of a patient or member'],
    ['MemberId=W12345678', 'a number of a patient or member'],
    ['patient-1234567', 'a number of a patient or member'],
    ['1EG4-TE5-MK73', 'a Medicare number'],
    ['dob-1980-02-29', 'a date of birth'],
    ['DOB: 2/29/1980', 'a date of birth'],
    ['born on 19800229', 'a date of birth'],
    ['call 202-555-0143', 'a telephone number'],
    ['(202) 555-0143', 'a telephone number'],
    ['+12025550143', 'a telephone number'],
    ['phone2025550143', 'a telephone number'],
    ['john.smith@clinic.example', 'the e-mail address of a person'],
    ['j.nobody@clinic.example', 'the e-mail address of a person'],
    ['jdoe@clinic.example', 'the e-mail address of a person'],
    ['patient-john', 'the name of a patient'],
    ['PatientJohnRecords', 'the name of a patient'],
    ['patient-records-for-mary', 'the name of a patient'],
    ['Records of patient Doe', 'the name of a patient'],
    ['john-smith-mri', 'the name of a patient'],
    ['Smith, John: chart', 'the name of a patient'],
  ])('finds in %j %s', (text, kind) => {
    expect(phiKindsIn(text)).toEqual([kind]);
  });

  it.each([
    'phi',
    'patient-records',
    'PatientPortalDatabase',
    'PatientRecordsTable',
    'patient-grant-service',
    'patient-billing-may-2026',
    'patient-mariadb',
    'PatientMariaDb',
    'patient-virginia',
    'patients-us-east-1',
    'patient-111122223333-us-east-1',
    'patient-20261121',
    'patient-2026',
    'patient-san-diego',
    'mrn-lookup',
    'MrnIndex',
    'Holds SSN, MRN and date of birth, encrypted',
    'dob',
    'backup-2026-11-21',
    'security@clinic.example',
    'radiology.west@clinic.example',
    'cloud-platform@clinic.example',
    'Owner: James Taylor',
    'Support: 1-800-555-0100',
    'Support: (888) 555-0100',
    'ports 1024-65535, 100-200 3000',
    '10.123.456.7890',
    'arn:aws:iam::111122223333:role/patient',
    '0f8fad5b-d9cb-469f-a165-70867728950e',
    'version 123.456.7',
  ])('finds nothing in %j', (text) => {
    expect(phiKindsIn(text)).toEqual([]);
  });

  it.each(['1', 'patient-', 'a.', '(123) ', 'john@', '900-'])('reads a very long text of %j', (part) => {
    expect(phiKindsIn(part.repeat(100_000))).toEqual([]);
  });
});

describe('Baseline-PhiWords', () => {
  it.each<[string, object, string]>([
    ['AWS::S3::Bucket', { BucketName: 'patient-john' }, 'BucketName'],
    ['AWS::S3::Bucket', { Tags: [{ Key: 'Purpose', Value: SSN }] }, 'Tags'],
    ['AWS::S3::Bucket', { Tags: [{ Key: 'mrn-0012345', Value: 'x' }] }, 'Tags'],
    ['AWS::SSM::Parameter', { Tags: { 'mrn-0012345': 'x' } }, 'Tags'],
    ['AWS::S3::Bucket', { Tags: [{ Key: 'PatientName', Value: 'John' }] }, 'Tags'],
    ['AWS::S3::Bucket', { Tags: [{ Key: 'MRN', Value: 12345678 }] }, 'Tags'],
    ['AWS::SSM::Parameter', { Tags: { DOB: '1980-02-29' } }, 'Tags'],
    ['AWS::Lambda::Function', { Description: 'Exports mrn-0012345' }, 'Description'],
    ['AWS::RDS::DBInstance', { DBInstanceIdentifier: 'patient-doe' }, 'DBInstanceIdentifier'],
    ['AWS::KMS::Alias', { AliasName: { 'Fn::Join': ['-', ['alias/patient', 'john']] } }, 'AliasName'],
    ['AWS::KMS::Alias', { AliasName: { 'Fn::If': ['A', 'alias/phi', 'alias/patient-john'] } }, 'AliasName'],
    [
      'AWS::EC2::LaunchTemplate',
      { LaunchTemplateData: { TagSpecifications: [{ Tags: [{ Key: 'a', Value: SSN }] }] } },
      'LaunchTemplateData.TagSpecifications.Tags',
    ],
  ])('refuses %s with %j', (type, properties, place) => {
    expect(againstResource(phiWords, type, properties)).toEqual([
      expect.stringMatching(`^${place} must not hold what looks like`),
    ]);
  });

  it.each<[string, object]>([
    ['AWS::S3::Bucket', { BucketName: 'patient-records', Tags: [{ Key: 'DataClass', Value: 'phi' }] }],
    ['AWS::SNS::Subscription', { Endpoint: 'john.smith@clinic.example' }],
    ['AWS::DynamoDB::Table', { AttributeDefinitions: [{ AttributeName: 'ssn', AttributeType: 'S' }] }],
    ['AWS::KMS::Alias', { AliasName: { Ref: 'Name' } }],
  ])('accepts %s with %j', (type, properties) => {
    expect(againstResource(phiWords, type, properties)).toEqual([]);
  });

  const TOPIC = { Type: 'AWS::SNS::Topic' };
  it.each([
    [{ Description: `Restores ${SSN}` }, "The template's Description"],
    [{ Parameters: { Owner: { Type: 'String', Default: 'mrn-0012345' } } }, 'Parameters.Owner.Default'],
    [
      { Parameters: { Owner: { Type: 'String', Description: `As in ${SSN}` } } },
      'Parameters.Owner.Description',
    ],
    [{ Outputs: { Url: { Value: 'https://records.example/mrn-0012345' } } }, 'Outputs.Url.Value'],
    [{ Outputs: { Url: { Value: 'x', Description: 'For patient John' } } }, 'Outputs.Url.Description'],
    [{ Outputs: { Url: { Value: 'x', Export: { Name: 'patient-john' } } } }, 'Outputs.Url.Export'],
    [{ Parameters: { Mrn: { Type: 'Number', Default: 12345678 } } }, 'Parameters.Mrn.Default'],
    [{ Outputs: { ThePatientSsn: { Value: '900123456' } } }, 'Outputs.ThePatientSsn.Value'],
    [{ Outputs: { PatientJohn: { Value: 'x' } } }, 'The name of an output'],
  ])('reports %j once, at the first resource', (parts, place) => {
    expect(against(phiWords, { ...parts, Resources: { A: TOPIC, B: TOPIC } })).toEqual([
      expect.stringMatching(`^${place} must not hold what looks like`),
    ]);
  });

  it('looks at logical ids, without what the CDK appends to them', () => {
    expect(against(phiWords, { Resources: { PatientJohnBucket: TOPIC } })).toHaveLength(1);
    expect(against(phiWords, { Resources: { PatientMrn12345678: TOPIC } })).toEqual([]);
  });

  it('never repeats what it found, a name in the path included', () => {
    const found = [
      ...againstResource(phiWords, 'AWS::S3::Bucket', {
        BucketName: 'patient-john',
        Tags: [{ Key: 'k', Value: SSN }],
      }),
      ...against(phiWords, { Resources: { A: TOPIC }, Outputs: { PatientJohn: { Value: SSN } } }),
    ];
    expect(found).toHaveLength(4);
    for (const message of found) expect(message).not.toMatch(/john|900-12/i);
  });
});
