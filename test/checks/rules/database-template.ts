/** A database of the given kind with a parameter group of its own, as a template. */
export function databaseTemplate(
  properties: object,
  parameters?: object,
  kind: 'DBInstance' | 'DBCluster' = 'DBInstance',
): object {
  const prefix = kind === 'DBInstance' ? 'DB' : 'DBCluster';
  return {
    Resources: {
      Database: {
        Type: `AWS::RDS::${kind}`,
        Properties: {
          ...(parameters === undefined ? {} : { [`${prefix}ParameterGroupName`]: { Ref: 'Group' } }),
          ...properties,
        },
      },
      Group: {
        Type: `AWS::RDS::${prefix}ParameterGroup`,
        Properties: { Family: 'postgres17', Parameters: parameters },
      },
    },
  };
}
