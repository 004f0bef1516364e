import type { IamAction } from './call-error';
import type { Failure, FailureKind } from './failure';
import type { Finding } from './finding';

type Describe = (action: IamAction, name: string) => { readonly text: string; readonly fix?: string };

const DESCRIPTIONS: Readonly<Record<FailureKind, Describe>> = {
  denied: (action) => ({
    text: `Not looked at: the credentials may not use ${action}.`,
  }),
  throttled: (action, name) => ({
    text: `Not looked at: AWS takes no more calls of ${action} for now (${name}).`,
    fix: 'Run it again in a minute.',
  }),
  unreachable: (action) => ({
    text: `Not looked at: nothing answered ${action} in time.`,
    fix: 'Look whether the service is offered in the region, and whether the network lets calls to it through.',
  }),
  'rejected-credentials': (action, name) => ({
    text: `Not looked at: AWS did not accept the credentials for ${action} (${name}).`,
    fix: 'Sign in again; in a region that was enabled just now, wait.',
  }),
  'no-credentials': (action, name) => ({
    text: `Not looked at: there were no credentials any more for ${action} (${name}).`,
    fix: 'Sign in again.',
  }),
  'not-available': (action, name) => ({
    text: `Not looked at: the account has not got the service of ${action} (${name}).`,
    fix: 'New accounts get some services only after a while; look in the console.',
  }),
  other: (action, name) => ({
    text: `Not looked at: ${action} ended with ${name}.`,
  }),
};

/** What a probe says that could not look: never more of the error than its name. */
export function describeFailure(action: IamAction, { kind, name }: Failure): Finding {
  return { status: 'unknown', ...DESCRIPTIONS[kind](action, name) };
}
