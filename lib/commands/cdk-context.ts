import { readFileSync } from 'node:fs';

/** How the CDK CLI hands its context to an app. */
export interface CdkContextSources {
  /** CDK_CONTEXT_JSON. */
  readonly json: string | undefined;
  /** CONTEXT_OVERFLOW_LOCATION: a file, for context that is too long for the environment. */
  readonly overflowFile: string | undefined;
}

/** The context that the CDK CLI passed, as the CDK itself will read it; empty without the CLI. */
export function readCdkContext({ json, overflowFile }: CdkContextSources): Readonly<Record<string, unknown>> {
  return {
    ...(json ? JSON.parse(json) : {}),
    ...(overflowFile ? JSON.parse(readFileSync(overflowFile, 'utf8')) : {}),
  };
}
