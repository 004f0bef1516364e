import type { CloudFormationRequest } from '../shared/cloudformation/cloudformation-request';

/** What a custom resource stands for. Everything in it may be done twice: CloudFormation repeats what it heard no answer to. */
export interface DeploymentTask {
  /**
   * Makes the resource, or brings it up to date.
   *
   * @returns its physical id; another one than before has CloudFormation remove what the former names
   */
  apply(asked: CloudFormationRequest): Promise<string>;

  /** Removes what the physical id names; what is gone already is no error. */
  remove(asked: CloudFormationRequest): Promise<void>;
}

/** A request that is refused, in words of ours that CloudFormation may show. */
export class RefusedRequest extends Error {
  override readonly name = 'RefusedRequest';
}
