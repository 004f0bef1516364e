import { fhirStoreKey } from '../../../lib/checks/rules/fhir-store-key';
import { against } from './subject';

function store(KmsEncryptionConfig: unknown): readonly string[] {
  return against(fhirStoreKey, {
    Parameters: { Key: { Type: 'String' } },
    Resources: {
      DataKey: { Type: 'AWS::KMS::Key' },
      Role: { Type: 'AWS::IAM::Role' },
      Store: {
        Type: 'AWS::HealthLake::FHIRDatastore',
        Properties: { DatastoreTypeVersion: 'R4', SseConfiguration: { KmsEncryptionConfig } },
      },
    },
  });
}

describe('Baseline-FhirStoreKey', () => {
  it.each([
    [{ 'Fn::GetAtt': ['DataKey', 'Arn'] }],
    [{ Ref: 'DataKey' }],
    [{ Ref: 'Key' }],
    [{ 'Fn::ImportValue': 'key' }],
    ['arn:aws:kms:us-east-1:111122223333:key/1'],
  ])('accepts a store with the key %j', (KmsKeyId) => {
    expect(store({ CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId })).toEqual([]);
  });

  it.each([
    ['no key', undefined, 'CmkType'],
    ["AWS's own key", { CmkType: 'AWS_OWNED_KMS_KEY' }, 'CmkType'],
    [
      "AWS's own key in spite of ours",
      { CmkType: 'AWS_OWNED_KMS_KEY', KmsKeyId: { Ref: 'DataKey' } },
      'CmkType',
    ],
    ['a type of key that is not told', { CmkType: { Ref: 'Key' }, KmsKeyId: { Ref: 'DataKey' } }, 'CmkType'],
    ['a type and no key', { CmkType: 'CUSTOMER_MANAGED_KMS_KEY' }, 'KmsKeyId'],
    ['an empty key', { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: '' }, 'KmsKeyId'],
    ['no value', { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: { Ref: 'AWS::NoValue' } }, 'KmsKeyId'],
    ['something else', { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: { Ref: 'Role' } }, 'KmsKeyId'],
    [
      'the managed key',
      { CmkType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: 'alias/aws/healthlake' },
      'KmsKeyId',
    ],
  ])('refuses a store with %s', (_what, config, property) => {
    expect(store(config)).toEqual([expect.stringContaining(`'${property}' must be`)]);
  });

  it('asks nothing of other resources', () => {
    expect(against(fhirStoreKey, { Resources: { A: { Type: 'AWS::S3::Bucket' } } })).toEqual([]);
  });
});
