/** A property that holds the address of somebody outside AWS. */
interface AddressProperty {
  /** The CloudFormation type. */
  readonly type: string;
  /** The way to the address; `*` is every entry of a list or an object. */
  readonly path: readonly string[];
}

/** Where resources name a web address that they send to by themselves. What a function's code calls, no template shows. */
export const WEB_DESTINATIONS: readonly AddressProperty[] = [
  { type: 'AWS::Events::ApiDestination', path: ['InvocationEndpoint'] },
  {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    path: ['HttpEndpointDestinationConfiguration', 'EndpointConfiguration', 'Url'],
  },
  { type: 'AWS::KinesisFirehose::DeliveryStream', path: ['SplunkDestinationConfiguration', 'HECEndpoint'] },
  {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    path: ['SnowflakeDestinationConfiguration', 'AccountUrl'],
  },
  {
    type: 'AWS::AppFlow::ConnectorProfile',
    path: ['ConnectorProfileConfig', 'ConnectorProfileProperties', '*', 'InstanceUrl'],
  },
  { type: 'AWS::IoT::TopicRule', path: ['TopicRulePayload', 'Actions', '*', 'Http', 'Url'] },
  { type: 'AWS::IoT::TopicRule', path: ['TopicRulePayload', 'ErrorAction', 'Http', 'Url'] },
];
