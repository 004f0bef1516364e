import { paginateDescribeDBParameters, type RDSClient } from '@aws-sdk/client-rds';
import type { ParameterValues } from '../domain/database-parameters';
import type { ParameterGroups } from '../ports/parameter-groups';

/** The parameter groups of RDS, read as they are now. */
export class RdsParameterGroups implements ParameterGroups {
  private readonly client: RDSClient;

  constructor(client: RDSClient) {
    this.client = client;
  }

  readonly valuesOf = async (group: string): Promise<ParameterValues> => {
    const values = new Map<string, string>();
    const pages = paginateDescribeDBParameters(
      { client: this.client, pageSize: 100 },
      { DBParameterGroupName: group },
    );
    for await (const { Parameters = [] } of pages) {
      for (const { ParameterName, ParameterValue } of Parameters) {
        if (ParameterName !== undefined && ParameterValue !== undefined)
          values.set(ParameterName, ParameterValue);
      }
    }
    return values;
  };
}
