import cdkJson from '../../cdk.json';
import { buildBaselineApp } from '../../lib/baseline-app';
import { loadEnvironments } from '../../lib/config/load';

/**
 * The same app as `hipaa check` judges, synthesized as the CDK does by default: its schema validation on, our packs
 * off. The argument names the environment.
 */
buildBaselineApp({
  environments: loadEnvironments({ context: { environment: process.argv[2] } }),
  context: cdkJson.context,
}).synth();
