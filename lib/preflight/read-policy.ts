import type { IamAction } from './call-error';
import { PROBES } from './probes';
import { DEPLOYED_STACKS } from './probes/deployed-stacks';
import { regionsProbe } from './probes/regions';

/** Actions that are allowed on less than everything: a parameter may hold a secret. */
const SCOPES: Readonly<Record<IamAction, readonly string[]>> = {
  'ssm:GetParameter': [
    'arn:aws:ssm:*:*:parameter/cdk-bootstrap/*',
    'arn:aws-us-gov:ssm:*:*:parameter/cdk-bootstrap/*',
  ],
};

/** Every action that some probe needs, once, in order. */
export function readActions(): readonly IamAction[] {
  const actions = [regionsProbe, DEPLOYED_STACKS, ...PROBES].flatMap(
    (row): readonly IamAction[] => row.actions,
  );
  return [...new Set(actions)].sort();
}

/** The policy of IAM under which every probe can look, and nothing else can be done. */
export function readPolicy() {
  const actions = readActions();
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Preflight',
        Effect: 'Allow',
        Action: actions.filter((action) => SCOPES[action] === undefined),
        Resource: '*',
      },
      ...actions.flatMap((action) => {
        const resources = SCOPES[action];
        return resources === undefined
          ? []
          : [{ Sid: 'PreflightScoped', Effect: 'Allow', Action: [action], Resource: resources }];
      }),
    ],
  };
}
