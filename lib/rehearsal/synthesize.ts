import path from 'node:path';
import { buildBaselineApp } from '../baseline-app';
import { OWN_VERDICT_CONTEXT } from '../checks/judge';
import { parseTemplate } from '../checks/template';
import { deploymentTarget } from '../config/deployment-target';
import { loadEnvironments } from '../config/load';
import type { SynthesizedStack } from './stand-in/stand-ins-for';

/** What is rehearsed, and where its assembly is written. */
export interface SynthesisRequest {
  readonly environment: string;
  readonly cdkContext: Readonly<Record<string, unknown>>;
  readonly outdir: string;
}

/** An environment as it would be deployed. */
export interface Synthesis {
  /** The assembly that the CDK CLI deploys from. */
  readonly directory: string;
  /** The stack that is rehearsed, as it is. */
  readonly response: SynthesizedStack & {
    /** By which the CDK CLI selects it. */
    readonly id: string;
  };
  readonly others: readonly SynthesizedStack[];
}

/** Nobody has this account: what is rehearsed cannot be mistaken for one of ours. */
const REHEARSAL_ACCOUNT = '111122223333';

/**
 * Where an environment is rehearsed.
 *
 * @throws ConfigurationError where it is unknown or wrong
 */
export function rehearsalTarget(environment: string): { readonly account: string; readonly region: string } {
  const [config] = environmentsOf(environment);
  if (config === undefined) throw new Error(`'${environment}' must be an environment, got: none`);
  const { account = REHEARSAL_ACCOUNT, region } = deploymentTarget(config);
  return { account, region };
}

/**
 * Synthesizes an environment with the functions of its response, exactly as a deployment does.
 *
 * @throws ConfigurationError before anything is written
 */
export function synthesize({ environment, cdkContext, outdir }: SynthesisRequest): Synthesis {
  const environments = environmentsOf(environment);
  const app = buildBaselineApp({
    environments,
    outdir,
    context: {
      ...cdkContext,
      ...OWN_VERDICT_CONTEXT,
      // Of the functions of the other stacks, nothing is deployed.
      'aws:cdk:bundling-stacks': [`${environment}/Response`],
    },
  });
  const [nested] = app.synth().nestedAssemblies;
  if (nested === undefined) {
    throw new Error(`'${environment}' must have an assembly of its own, got: none`);
  }
  const { directory, stacks } = nested.nestedAssembly;
  const all = stacks.map(({ stackName, hierarchicalId, template }) => ({
    id: hierarchicalId,
    name: stackName,
    template: parseTemplate(template),
  }));
  const response = all.find(({ name }) => name === `${environment}-Response`);
  if (response === undefined) {
    throw new Error(`'${environment}' must have a stack ${environment}-Response, got: none`);
  }
  return {
    directory: path.resolve(directory),
    response,
    others: all.filter((stack) => stack !== response),
  };
}

function environmentsOf(environment: string) {
  return loadEnvironments({ context: { environment }, account: undefined, region: undefined });
}
