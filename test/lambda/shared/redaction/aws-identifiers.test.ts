import {
  iamIdKind,
  isAccountId,
  isKmsKeyId,
  isRegion,
  parseArn,
  resourceIdKind,
} from '../../../../lambda/shared/redaction/aws-identifiers';

describe('AWS identifiers as typed fields', () => {
  it.each([
    [
      'arn:aws:s3:::bucket/key',
      { partition: 'aws', service: 's3', region: '', account: '', resource: 'bucket/key' },
    ],
    [
      'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/x',
      {
        partition: 'aws-us-gov',
        service: 'kms',
        region: 'us-gov-west-1',
        account: '111122223333',
        resource: 'key/x',
      },
    ],
    [
      'arn:aws:iam::aws:policy/X',
      { partition: 'aws', service: 'iam', region: '', account: 'aws', resource: 'policy/X' },
    ],
    ['arn:aws:s3:::a:b:c', { partition: 'aws', service: 's3', region: '', account: '', resource: 'a:b:c' }],
  ])('takes %s apart', (arn, parts) => {
    expect(parseArn(arn)).toEqual(parts);
  });

  it.each([
    '',
    'arn',
    'arn:aws:s3:::',
    'arn:quill:s3:::x',
    'arn:aws:s3:us-quill-1:111122223333:x',
    'arn:aws:s3::11112222333:x',
    'arn:aws:S3:::x',
    'arn:aws:s3:::x y',
    ' arn:aws:s3:::x',
    'arn:aws:s3:::x\n',
    `arn:aws:s3:::${'x'.repeat(513)}`,
    'see arn:aws:s3:::x',
  ])('takes nothing of %j', (value) => {
    expect(parseArn(value)).toBeUndefined();
  });

  it.each([
    ['111122223333', true],
    ['11112222333', false],
    ['1111222233334', false],
    ['11112222333a', false],
    ['111122223333\n', false],
  ])('account %j: %s', (value, expected) => {
    expect(isAccountId(value)).toBe(expected);
  });

  it.each([
    ['us-east-1', true],
    ['ap-southeast-4', true],
    ['us-gov-east-1', true],
    ['eusc-de-east-1', true],
    ['us-iso-east-1', true],
    ['us-east', false],
    ['us-east-0', false],
    ['us-quill-1', false],
    ['US-EAST-1', false],
    ['us-east-1a', false],
  ])('region %j: %s', (value, expected) => {
    expect(isRegion(value)).toBe(expected);
  });

  it.each([
    ['123e4567-e89b-12d3-a456-426614174000', true],
    [`mrk-${'0'.repeat(32)}`, true],
    ['mrk-12', false],
    ['123e4567', false],
  ])('key id %j: %s', (value, expected) => {
    expect(isKmsKeyId(value)).toBe(expected);
  });

  it.each([
    ['AKIAIOSFODNN7EXAMPLE', 'access-key'],
    ['ASIAIOSFODNN7EXAMPLE', 'temporary-key'],
    ['AIDAIOSFODNN7EXAMPLE', 'user'],
    ['AROAIOSFODNN7EXAMPLE', 'role'],
    ['ANPAIOSFODNN7EXAMPLE', 'other'],
    ['AKIA', undefined],
    ['akiaiosfodnn7example', undefined],
  ])('IAM id %j: %s', (value, expected) => {
    expect(iamIdKind(value)).toBe(expected);
  });

  it.each([
    ['vpc-0123456789abcdef0', 'vpc'],
    ['i-0123456789abcdef0', 'i'],
    ['i-0123456789abcdef', undefined],
    ['i-01234567', undefined],
    ['mrn-0123456789abcdef0', undefined],
    ['vpc-0123456789ABCDEF0', undefined],
  ])('resource id %j: %s', (value, expected) => {
    expect(resourceIdKind(value)).toBe(expected);
  });
});
