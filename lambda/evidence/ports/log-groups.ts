import type { LogGroupFacts } from '../domain/log-group';

/** The log groups of the account and region. */
export interface LogGroups {
  readonly all: () => Promise<readonly LogGroupFacts[]>;
}
