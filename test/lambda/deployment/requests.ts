/** A request of CloudFormation, with some fields changed. */
export function request(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    RequestType: 'Create',
    ResponseURL: 'https://cloudformation-custom-resource-response.s3.amazonaws.com/answer?signature=secret',
    StackId:
      'arn:aws:cloudformation:us-east-1:111122223333:stack/sandbox-Records/00000000-0000-4000-8000-000000000000',
    RequestId: 'request-1',
    LogicalResourceId: 'Certificate',
    ResourceProperties: {},
    ...changes,
  };
}
