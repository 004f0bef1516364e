import {
  ELIGIBLE_SERVICES,
  eligibilityOf,
  isEligibleService,
  refusalOf,
} from '../../../lib/safeguards/eligible-services/eligibility';
import { ELIGIBLE_LIST, LATER_CHANGES } from '../../../lib/safeguards/eligible-services/eligible-service';
import { NO_PHI_NAMESPACES } from '../../../lib/safeguards/eligible-services/no-phi-namespaces';
import { NOT_LISTED_NAMESPACES } from '../../../lib/safeguards/eligible-services/not-listed';
import { TYPE_EXCEPTIONS } from '../../../lib/safeguards/eligible-services/type-exceptions';
import { knownResourceTypes } from '../known-resource-types';

const TYPES = [...knownResourceTypes()].sort();

describe('eligibilityOf', () => {
  it.each([
    ['AWS::S3::Bucket', true, 'Amazon Simple Storage Service (S3)'],
    ['AWS::RDS::DBInstance', true, 'Amazon Aurora / Amazon Relational Database Service (Amazon RDS)'],
    ['AWS::Scheduler::Schedule', true, 'Amazon EventBridge'],
    ['AWS::DirectoryService::MicrosoftAD', true, 'AWS Directory Service'],
    ['AWS::DirectoryService::SimpleAD', false, null],
    ['AWS::Pinpoint::SMSChannel', true, 'Amazon Pinpoint and End User Messaging (formerly Amazon Pinpoint)'],
    ['AWS::Pinpoint::VoiceChannel', false, null],
    ['AWS::AppRunner::Service', false, null],
    ['AWS::Lightsail::Database', false, null],
    ['AWS::SDB::Domain', false, null],
    ['AWS::Chatbot::SlackChannelConfiguration', false, null],
    ['AWS::IAM::Role', 'holds-no-phi', null],
    ['AWS::CDK::Metadata', 'holds-no-phi', null],
    ['AWS::CloudFormation::CustomResource', 'holds-no-phi', null],
    ['Custom::VpcRestrictDefaultSG', 'holds-no-phi', null],
    ['AWS::NoSuchNamespace::Thing', 'unknown', null],
    ['MongoDB::Atlas::Cluster', 'unknown', null],
    ['Alexa::ASK::Skill', 'unknown', null],
    ['AWS::S3', 'unknown', null],
    ['AWS::constructor::Thing', 'unknown', null],
    ['', 'unknown', null],
  ])('says of %p: %p, %p', (type, eligible, service) => {
    expect(eligibilityOf(type)).toMatchObject({
      eligible,
      service,
      listDate: '2025-04-16',
      source: 'https://aws.amazon.com/compliance/hipaa-eligible-services-reference/',
    });
  });

  it('says what the list leaves out of a service', () => {
    expect(eligibilityOf('AWS::CloudFront::Distribution').restriction).toContain(
      'Embedded Point of Presences',
    );
    expect(eligibilityOf('AWS::S3::Bucket').restriction).toBeNull();
  });

  it('says when only our judgement gives a namespace to a service', () => {
    expect(eligibilityOf('AWS::Scheduler::Schedule').reason).toContain('by our judgement');
    expect(eligibilityOf('AWS::Events::Rule').reason).not.toContain('by our judgement');
  });

  it('judges every type that CloudFormation has, but the one that is a vendor of its own', () => {
    expect(TYPES.length).toBeGreaterThan(1900);
    expect(TYPES.filter((type) => eligibilityOf(type).eligible === 'unknown')).toEqual(['Alexa::ASK::Skill']);
  });

  it('gives a reason for every type', () => {
    expect(TYPES.filter((type) => eligibilityOf(type).reason.length < 10)).toEqual([]);
  });
});

describe('refusalOf', () => {
  it.each(['AWS::S3::Bucket', 'AWS::IAM::Role', 'Custom::Thing', 'AWS::CDK::Metadata'])(
    'lets %s be',
    (type) => {
      expect(refusalOf(type)).toBeNull();
    },
  );

  it.each([
    ['AWS::AppRunner::Service', 'no service on the list of 2025-04-16 claims AWS::AppRunner'],
    ['AWS::DirectoryService::SimpleAD', 'the list excludes Simple AD'],
    ['AWS::NoSuchNamespace::Thing', 'AWS::NoSuchNamespace is not known'],
    ['MongoDB::Atlas::Cluster', 'its vendor needs an agreement of its own'],
  ])('refuses %s with the reason, the date and the source of the list', (type, reason) => {
    const refusal = refusalOf(type);
    expect(refusal).toContain(`got: '${type}': `);
    expect(refusal).toContain(reason);
    expect(refusal).toMatch(/\(list of 2025-04-16, https:\/\/aws\.amazon\.com\/\S+\)\.$/);
  });
});

describe('the data', () => {
  const claimed = ELIGIBLE_SERVICES.flatMap(({ namespaces = [], judged = [] }) => [...namespaces, ...judged]);

  it('judges each namespace in one way only', () => {
    const unclaimed = [...NO_PHI_NAMESPACES.keys(), ...NOT_LISTED_NAMESPACES];
    expect(new Set(unclaimed).size).toBe(unclaimed.length);
    expect(unclaimed.filter((namespace) => claimed.includes(namespace))).toEqual([]);
  });

  it('names only namespaces and types that CloudFormation has', () => {
    const namespaces = new Set(TYPES.map((type) => type.split('::')[1]));
    const named = [...claimed, ...NO_PHI_NAMESPACES.keys(), ...NOT_LISTED_NAMESPACES];
    expect(named.filter((namespace) => !namespaces.has(namespace))).toEqual([]);
    const types = [...TYPE_EXCEPTIONS.keys()].filter((type) => type !== 'AWS::CDK::Metadata');
    expect(types.filter((type) => !TYPES.includes(type))).toEqual([]);
  });

  it('has the 166 services of the list, each once', () => {
    expect(ELIGIBLE_SERVICES).toHaveLength(166);
    expect(new Set(ELIGIBLE_SERVICES.map(({ name }) => name)).size).toBe(166);
    expect(isEligibleService('Amazon Simple Queue Service (SQS)')).toBe(true);
    expect(isEligibleService('Amazon Simple Queue Service')).toBe(false);
  });

  it('is dated, and makes nothing eligible for what is only said to have changed', () => {
    expect(ELIGIBLE_LIST.date).toBe('2025-04-16');
    expect(LATER_CHANGES.every(({ date }) => date > ELIGIBLE_LIST.date.slice(0, 7))).toBe(true);
    expect(eligibilityOf('AWS::BedrockAgentCore::Runtime').eligible).toBe(false);
  });
});
