import { App, RemovalPolicy, Stack, Stage } from 'aws-cdk-lib';
import cdkJson from '../../cdk.json';
import { type Judgement, judge, OWN_VERDICT_CONTEXT } from '../../lib/checks/judge';
import type { EnvironmentVerdict } from '../../lib/checks/verdict';
import { EncryptionKey } from '../../lib/constructs/encryption-key';

/** The day on which tests take place. */
export const AS_OF = '2026-11-21';

/** An app under the project's own flags. */
export function tinyApp(): App {
  return new App({ context: { ...cdkJson.context, ...OWN_VERDICT_CONTEXT } });
}

/** A stack in a stage called sandbox. */
export function tinyStack(app: App, environment = 'sandbox'): Stack {
  const stage = new Stage(app, environment, { env: { account: '111122223333', region: 'us-east-1' } });
  return new Stack(stage, 'Tiny');
}

/** A key that no rule has anything against. */
export function soundKey(stack: Stack): EncryptionKey {
  return new EncryptionKey(stack, 'Key', {
    purpose: 'tests',
    usedThrough: ['s3'],
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/** Judges an app as the command line does. */
export function judged(app: App, asOf = AS_OF): Judgement {
  return judge(app, { asOf, projectRoot: process.cwd() });
}

/** The verdict on the first environment of an app. */
export function firstVerdict({ verdict }: Judgement): EnvironmentVerdict {
  const [environment] = verdict.environments;
  if (environment === undefined) throw new Error('the verdict must have an environment, got: none');
  return environment;
}
