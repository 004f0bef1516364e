/** An action of IAM, like `ec2:DescribeVpcs`. */
export type IamAction = `${string}:${string}`;

/** A call that AWS did not answer, with the action that it needs. */
export class CallError extends Error {
  public override readonly name = 'CallError';
  readonly action: IamAction;

  constructor(action: IamAction, cause: unknown) {
    super(`${action} was not answered`, { cause });
    this.action = action;
  }
}
