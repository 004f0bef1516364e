import { App, CfnOutput, CfnResource, Stack } from 'aws-cdk-lib';
import type { StandIn } from './stand-in';

/** Where stand-ins are deployed, and where their assembly is written. */
export interface StandInTarget {
  readonly outdir: string;
  readonly account: string;
  readonly region: string;
}

/** Writes stacks of the same names and outputs as those that they stand in for, as an assembly that the CDK CLI deploys. */
export function writeStandIns(
  standIns: readonly StandIn[],
  { outdir, account, region }: StandInTarget,
): void {
  const app = new App({ outdir, builtinCloudFormationValidation: false });
  for (const { stack: stackName, resources, outputs } of standIns) {
    const stack = new Stack(app, stackName, { stackName, env: { account, region } });
    for (const [logicalId, { Type: type, Properties: properties }] of Object.entries(resources)) {
      new CfnResource(stack, logicalId, {
        type,
        ...(properties !== undefined && { properties }),
      }).overrideLogicalId(logicalId);
    }
    for (const [logicalId, { Value: value, Export: exported }] of Object.entries(outputs)) {
      const output = new CfnOutput(stack, `Output${logicalId}`, {
        // A token or a text: CloudFormation gets it as it stood there.
        value: value as string,
        ...(exported !== undefined && { exportName: (exported as { readonly Name: string }).Name }),
      });
      output.overrideLogicalId(logicalId);
    }
  }
  app.synth();
}
