import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Finding } from '../finding';
import type { Plan } from '../plan';
import { probe } from '../probe';

/** What Lambda keeps free of reservations in an account of the usual size, concurrent executions. */
const KEPT_UNRESERVED = 100;

/** What the functions of an environment reserve in all at most, concurrent executions; a test holds it to the templates. */
export const RESERVED = 60;

/** The account's concurrency, concurrent executions. */
export interface ConcurrencyReading {
  readonly limit: number;
  readonly unreserved: number;
}

/** How many concurrent executions functions can still reserve: new accounts may have a limit of 10. */
export const lambdaConcurrencyProbe = probe({
  id: 'lambda-concurrency',
  title: 'Lambda concurrency',
  actions: ['lambda:GetAccountSettings'],
  read: async (account, ask): Promise<ConcurrencyReading> => {
    const { AccountLimit } = await ask('lambda:GetAccountSettings', () =>
      account.client(LambdaClient).send(new GetAccountSettingsCommand({})),
    );
    return {
      limit: AccountLimit?.ConcurrentExecutions ?? 0,
      unreserved: AccountLimit?.UnreservedConcurrentExecutions ?? 0,
    };
  },
  judge: (reading, plan) => [judgeConcurrency(reading, plan)],
});

/** What can be reserved: Lambda keeps 100 back, or all of a smaller limit. */
function reservable({ limit, unreserved }: ConcurrencyReading): number {
  return Math.max(0, unreserved - Math.min(KEPT_UNRESERVED, limit));
}

function judgeConcurrency(reading: ConcurrencyReading, { config, owned }: Plan): Finding {
  const free = reservable(reading);
  const text = `The limit is ${reading.limit} concurrent executions; functions can reserve ${free} more.`;
  const path = ['functions', 'concurrency'];
  if (config.functions.concurrency === 'share')
    return { status: 'ok', text: `${text} The configuration reserves none.` };
  if (owned?.has('AWS::Lambda::Function') === true || free >= RESERVED) {
    return { status: 'ok', text, setting: { path, value: 'reserve' } };
  }
  return {
    status: 'blocks',
    text: `${text} The deployment reserves up to ${RESERVED}.`,
    fix: "Set functions.concurrency to 'share', or ask Service Quotas for more 'Concurrent executions' (lambda, L-B99A9384): 1000 is usual.",
    setting: { path, value: 'share' },
  };
}
