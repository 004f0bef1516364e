import cdkJson from '../../cdk.json';
import { buildBaselineApp } from '../../lib/baseline-app';
import { judge, OWN_VERDICT_CONTEXT } from '../../lib/checks/judge';
import { sandbox } from '../../lib/config/environments/sandbox';
import { loadEnvironments } from '../../lib/config/load';
import { PROJECT } from './measure';

/** Synthesizes and judges as many copies of the sandbox as the argument says, in one app. */
const count = Number(process.argv[2]);
const copies = Array.from({ length: count }, (_, index) => ({ ...sandbox, name: `copy-${index}` }));
const app = buildBaselineApp({
  environments: loadEnvironments({ context: {}, environments: copies }),
  context: { ...cdkJson.context, ...OWN_VERDICT_CONTEXT },
});
const { verdict } = judge(app, { asOf: new Date().toISOString().slice(0, 10), projectRoot: PROJECT });
if (verdict.environments.length !== count || verdict.verdict !== 'pass') process.exitCode = 1;
