import { SNSClient } from '@aws-sdk/client-sns';
import { systemClock } from '../../shared/clock';
import { metricLine } from '../adapters/metric-line';
import { topicsNobodyReads } from '../adapters/topics-nobody-reads';
import { REQUEST } from './compose-register';
import { environment } from './environment';
import { log, writeLine } from './log';
import { TOPIC_WATCH_VARIABLES } from './settings';
import { readSettings } from './variable';

const client = new SNSClient({ requestHandler: REQUEST });

/** Counts the topics whose alerts reach nobody. Run by a schedule; an alarm watches the count. */
export async function handler(): Promise<void> {
  const { ENVIRONMENT, WATCHED_TOPICS } = readSettings(TOPIC_WATCH_VARIABLES, environment());
  const unread = await topicsNobodyReads(client, WATCHED_TOPICS);
  log.info('topics-watched', { topics: WATCHED_TOPICS.length, unread });
  writeLine(metricLine('TopicsNobodyReads', unread, ENVIRONMENT, systemClock.now()));
}
