import { trailValidation } from '../../../lib/checks/rules/trail-validation';
import { against, againstResource } from './subject';

const TYPE = 'AWS::CloudTrail::Trail';
const MANAGEMENT = { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] };
const OBJECTS = {
  FieldSelectors: [
    { Field: 'eventCategory', Equals: ['Data'] },
    { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
  ],
};
const GOOD = {
  IsLogging: true,
  EnableLogFileValidation: true,
  IsMultiRegionTrail: true,
  KMSKeyId: { Ref: 'Key' },
  CloudWatchLogsLogGroupArn: { 'Fn::GetAtt': ['Group', 'Arn'] },
  CloudWatchLogsRoleArn: { 'Fn::ImportValue': 'role' },
  AdvancedEventSelectors: [MANAGEMENT, OBJECTS],
};

function trail(properties: object): readonly string[] {
  return againstResource(trailValidation, TYPE, { ...GOOD, ...properties });
}

function basic(...selectors: object[]): readonly string[] {
  return trail({ AdvancedEventSelectors: undefined, EventSelectors: selectors });
}

function only(part: object, ...fields: object[]): object {
  return { FieldSelectors: [...(part as typeof OBJECTS).FieldSelectors, ...fields] };
}

describe('Baseline-TrailValidation', () => {
  it('accepts a trail that misses nothing', () => {
    expect(trail({})).toEqual([]);
    expect(trail({ IsLogging: 'true' })).toEqual([]);
  });

  it.each(['IsLogging', 'EnableLogFileValidation', 'IsMultiRegionTrail'])('demands %s', (name) => {
    for (const value of [undefined, false, 'false', { Ref: 'Switch' }]) {
      expect(trail({ [name]: value })).toEqual([expect.stringContaining(`'${name}' must be true`)]);
    }
  });

  it.each(['KMSKeyId', 'CloudWatchLogsLogGroupArn', 'CloudWatchLogsRoleArn'])('demands %s', (name) => {
    for (const value of [undefined, '', { Ref: 'AWS::NoValue' }]) {
      expect(trail({ [name]: value })).toEqual([expect.stringContaining(`'${name}' must be set`)]);
    }
  });

  it('judges a switch by the default of its parameter, and both branches of a condition', () => {
    const template = (Default: string, EnableLogFileValidation: unknown) => ({
      Parameters: { Switch: { Type: 'String', Default } },
      Resources: { Trail: { Type: TYPE, Properties: { ...GOOD, EnableLogFileValidation } } },
    });
    expect(against(trailValidation, template('true', { Ref: 'Switch' }))).toEqual([]);
    expect(against(trailValidation, template('false', { Ref: 'Switch' }))).toHaveLength(1);
    expect(against(trailValidation, template('true', { 'Fn::If': ['Cheap', false, true] }))).toHaveLength(1);
  });

  it.each([
    ['no selector for data', [MANAGEMENT]],
    [
      'another type',
      [
        MANAGEMENT,
        {
          FieldSelectors: [
            { Field: 'eventCategory', Equals: ['Data'] },
            { Field: 'resources.type', Equals: ['AWS::Lambda::Function'] },
          ],
        },
      ],
    ],
    ['writes only', [MANAGEMENT, only(OBJECTS, { Field: 'readOnly', Equals: ['false'] })]],
    ['some calls only', [MANAGEMENT, only(OBJECTS, { Field: 'eventName', Equals: ['PutObject'] })]],
  ])('refuses advanced selectors with %s', (_, AdvancedEventSelectors) => {
    expect(trail({ AdvancedEventSelectors })).toEqual([
      expect.stringContaining('data events of AWS::S3::Object'),
    ]);
  });

  it('accepts object events of some buckets', () => {
    const some = only(OBJECTS, { Field: 'resources.ARN', NotStartsWith: ['arn:aws:s3:::logs/'] });
    expect(trail({ AdvancedEventSelectors: [MANAGEMENT, some] })).toEqual([]);
  });

  it('refuses advanced selectors that leave management events out', () => {
    const message = [expect.stringContaining('all management events')];
    expect(trail({ AdvancedEventSelectors: [OBJECTS] })).toEqual(message);
    const narrowed = only(MANAGEMENT, { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] });
    expect(trail({ AdvancedEventSelectors: [narrowed, OBJECTS] })).toEqual(message);
  });

  it('reads basic selectors', () => {
    const objects = { DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] };
    expect(basic(objects)).toEqual([]);
    expect(basic({ ...objects, ReadWriteType: 'All', IncludeManagementEvents: true })).toEqual([]);
    expect(basic({ ...objects, ReadWriteType: 'WriteOnly' })).toHaveLength(2);
    expect(basic({ ...objects, IncludeManagementEvents: false })).toEqual([
      expect.stringContaining('management events'),
    ]);
    expect(basic({ ...objects, ExcludeManagementEventSources: ['kms.amazonaws.com'] })).toHaveLength(1);
    expect(basic({ DataResources: [{ Type: 'AWS::S3::Object', Values: [] }] })).toHaveLength(1);
    expect(basic({})).toHaveLength(1);
    expect(trail({ AdvancedEventSelectors: undefined })).toEqual([expect.stringContaining('data events')]);
  });

  it('asks nothing of other resources', () => {
    expect(againstResource(trailValidation, 'AWS::CloudTrail::Channel')).toEqual([]);
  });
});
