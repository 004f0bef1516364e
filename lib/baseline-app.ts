import { App } from 'aws-cdk-lib';
import { BaselineStage } from './baseline-stage';
import type { EnvironmentConfig } from './config/schema';

/** What {@link buildBaselineApp} needs to know. */
export interface BaselineAppProps {
  /** The environments, one stage each. */
  readonly environments: readonly EnvironmentConfig[];

  /**
   * Where the cloud assembly is written.
   *
   * @default - the directory that the CDK CLI names, otherwise a temporary one
   */
  readonly outdir?: string;

  /**
   * CDK context: feature flags and settings.
   *
   * @default - what the CDK CLI passes
   */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The whole baseline, ready to be judged and synthesized. */
export function buildBaselineApp(props: BaselineAppProps): App {
  const app = new App({ outdir: props.outdir, context: props.context });
  for (const environment of props.environments) new BaselineStage(app, environment);
  return app;
}
