/** A CloudFormation type that is judged otherwise than its namespace. */
export interface TypeException {
  readonly eligible: false | 'holds-no-phi';
  readonly reason: string;
}

/** Types that their namespace does not speak for. */
export const TYPE_EXCEPTIONS: ReadonlyMap<string, TypeException> = new Map<string, TypeException>([
  [
    'AWS::DirectoryService::SimpleAD',
    { eligible: false, reason: 'the list excludes Simple AD from AWS Directory Service' },
  ],
  [
    'AWS::Pinpoint::VoiceChannel',
    { eligible: false, reason: 'the list excludes voice messages from Amazon Pinpoint' },
  ],
  ['AWS::CDK::Metadata', { eligible: 'holds-no-phi', reason: 'holds the versions of construct libraries' }],
  [
    'AWS::CloudFormation::CustomResource',
    { eligible: 'holds-no-phi', reason: 'is code in a function, which is a resource of its own' },
  ],
]);
