import {
  DeleteParameterCommand,
  GetParameterCommand,
  ParameterAlreadyExists,
  ParameterNotFound,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm';

/** What an account had before it was changed. */
export interface FoundBefore {
  /** Keeps the first record under a name; a later one says nothing of how it was before. */
  readonly remember: (name: string, state: unknown) => Promise<void>;
  readonly recall: (name: string) => Promise<unknown>;
  readonly forget: (name: string) => Promise<void>;
}

/**
 * Keeps the records as parameters of Systems Manager, where whoever administers the account can read them.
 *
 * @see 45 CFR 164.316(b)(1)(ii)
 */
export class SsmFoundBefore implements FoundBefore {
  private readonly ssm: SSMClient;

  constructor(ssm: SSMClient) {
    this.ssm = ssm;
  }

  async remember(name: string, state: unknown): Promise<void> {
    try {
      await this.ssm.send(
        new PutParameterCommand({
          Name: name,
          Value: JSON.stringify(state),
          Type: 'String',
          Overwrite: false,
          Description: 'HIPAA baseline: an account setting as it was found',
        }),
      );
    } catch (error) {
      if (!(error instanceof ParameterAlreadyExists)) throw error;
    }
  }

  async recall(name: string): Promise<unknown> {
    try {
      const { Parameter } = await this.ssm.send(new GetParameterCommand({ Name: name }));
      return Parameter?.Value === undefined ? undefined : parsed(Parameter.Value);
    } catch (error) {
      if (error instanceof ParameterNotFound) return undefined;
      throw error;
    }
  }

  async forget(name: string): Promise<void> {
    try {
      await this.ssm.send(new DeleteParameterCommand({ Name: name }));
    } catch (error) {
      if (!(error instanceof ParameterNotFound)) throw error;
    }
  }
}

/** A record that somebody has changed is no record, and is not taken for an absent one. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
