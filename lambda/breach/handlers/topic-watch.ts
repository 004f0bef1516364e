import { SNSClient } from '@aws-sdk/client-sns';
import { systemClock } from '../../shared/clock';
import { REQUEST_LIMITS } from '../../shared/request-limits';
import { metricLine } from '../adapters/metric-line';
import { topicsNobodyReads } from '../adapters/topics-nobody-reads';
import { environment } from './environment';
import { log, writeLine } from './log';
import { TOPIC_WATCH_VARIABLES } from './settings';
import { readSettings } from './variable';

const client = new SNSClient({ requestHandler: REQUEST_LIMITS });

/** Counts the topics whose alerts reach nobody. Run by a schedule; an alarm watches the count. */
export async function handler(): Promise<void> {
  const { ENVIRONMENT, WATCHED_TOPICS } = readSettings(TOPIC_WATCH_VARIABLES, environment());
  const unread = await topicsNobodyReads(client, WATCHED_TOPICS);
  log.info('topics-watched', { topics: WATCHED_TOPICS.length, unread });
  writeLine(metricLine('TopicsNobodyReads', unread, ENVIRONMENT, systemClock.now()));
}
