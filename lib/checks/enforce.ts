import type { App } from 'aws-cdk-lib';
import type { Layout } from '../report/paragraph';
import { renderBrief, renderText } from '../report/text';
import { discardAssembly } from './discard-assembly';
import { type JudgeOptions, judge } from './judge';

/** What {@link enforce} needs beside the app. */
export interface EnforceOptions extends JudgeOptions {
  /** What else to tell, a line each. @default - nothing */
  readonly notices?: readonly string[];
  readonly layout: Layout;
  /** Standard error: the CDK CLI keeps standard output for itself. */
  readonly stderr: (text: string) => void;
}

/**
 * Judges an app that is about to be deployed, and leaves no deployable assembly behind when anything is open: the process must end with
 * the code that is returned, so that the CDK CLI goes no further, whatever it was asked.
 *
 * @see 45 CFR 164.308(a)(8)
 */
export function enforce(app: App, { notices = [], layout, stderr, ...options }: EnforceOptions): 0 | 1 {
  let holds = false;
  try {
    const judgement = judge(app, options);
    holds = judgement.verdict.verdict === 'pass';
    const render = holds ? renderBrief : renderText;
    stderr(render(judgement.verdict, [...judgement.notices, ...notices], layout));
  } finally {
    // Also when the synthesis itself failed: what it had written until then was judged by nobody.
    if (!holds) discardAssembly(app.outdir);
  }
  return holds ? 0 : 1;
}
