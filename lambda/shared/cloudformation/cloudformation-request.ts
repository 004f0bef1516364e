import * as z from 'zod';

/** Where CloudFormation takes answers: a bucket of AWS, through a presigned address that is itself a secret. */
const ANSWER_HOST = /\.amazonaws\.com$/;

const requestSchema = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url({ protocol: /^https$/, hostname: ANSWER_HOST }),
  StackId: z.string().min(1).max(1024),
  RequestId: z.string().min(1).max(256),
  LogicalResourceId: z.string().min(1).max(256),
  PhysicalResourceId: z.string().min(1).max(1024).optional(),
  ResourceProperties: z.record(z.string(), z.unknown()),
});

/** What CloudFormation asks of a custom resource; its properties are text, whatever the template says. */
export type CloudFormationRequest = z.output<typeof requestSchema>;

/** The request, or nothing where there is nobody to answer: it is then no request of CloudFormation. */
export function readRequest(event: unknown): CloudFormationRequest | undefined {
  return requestSchema.safeParse(event).data;
}
