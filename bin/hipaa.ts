#!/usr/bin/env node
import { inspect } from 'node:util';
import cdkJson from '../cdk.json';
import { SETTLE_MS } from '../lib/checks/end-process';
import { COMMANDS } from '../lib/commands/commands';
import { layoutOf } from '../lib/commands/layout-of';
import { main } from '../lib/commands/main';
import { version } from '../package.json';

// Whoever reads only the first lines (`| head`) has what they wanted: not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv.slice(2), COMMANDS, {
  account: process.env.CDK_DEFAULT_ACCOUNT,
  region: process.env.CDK_DEFAULT_REGION,
  today: new Date().toISOString().slice(0, 10),
  projectRoot: process.cwd(),
  cdkContext: cdkJson.context,
  version,
  layout: layoutOf(process.stdout, { noColor: process.env.NO_COLOR, term: process.env.TERM }),
  stdin: process.stdin,
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  progress: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001b[K${text}`) : undefined,
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
    // As endProcess waits: V8 settles before Node ends the process.
    setTimeout(() => undefined, SETTLE_MS);
  },
  (error: unknown) => {
    process.stderr.write(`${inspect(error)}\n`);
    process.exitCode = 1;
  },
);
