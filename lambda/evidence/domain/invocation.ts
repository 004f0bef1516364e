import type { ResourceKey } from './compliance';
import {
  type ConfigurationItem,
  instantOf,
  readConfigurationItem,
  readResourceKey,
} from './configuration-item';
import { objectOf, parsedObject, textOf } from './json';
import { type RuleParameters, readRuleParameters } from './rule-parameters';

/** What made AWS Config ask. */
type Trigger =
  | { readonly kind: 'change'; readonly item: ConfigurationItem }
  /** A change whose item does not fit into the event. */
  | {
      readonly kind: 'oversized-change';
      readonly resource: ResourceKey;
      readonly at: Date;
      readonly isGone: boolean;
    }
  | { readonly kind: 'schedule'; readonly at: Date };

/** A question of AWS Config. */
export interface Invocation {
  readonly trigger: Trigger;
  readonly parameters: RuleParameters;
  readonly ruleName: string;
  readonly accountId: string;
  /** Names the question in the answers to it. */
  readonly resultToken: string;
  /** Whether the resource has left what the rule is about. */
  readonly hasLeftScope: boolean;
}

/**
 * Reads an event of AWS Config.
 *
 * @throws Error when it is none; the message repeats nothing of it
 */
export function readInvocation(event: unknown): Invocation {
  const { invokingEvent, ruleParameters, resultToken, eventLeftScope, configRuleName, accountId } =
    objectOf(event) ?? {};
  const [ruleName, token, account] = [textOf(configRuleName), textOf(resultToken), textOf(accountId)];
  const trigger = readTrigger(invokingEvent);
  if (trigger === undefined || !ruleName || !token || account === undefined || !/^\d{12}$/.test(account)) {
    throw new Error("'event' must be a question of AWS Config, got: something else");
  }
  return {
    trigger,
    parameters: readRuleParameters(ruleParameters),
    ruleName,
    accountId: account,
    resultToken: token,
    hasLeftScope: eventLeftScope === true,
  };
}

function readTrigger(value: unknown): Trigger | undefined {
  const event = parsedObject(value);
  switch (event?.messageType) {
    case 'ConfigurationItemChangeNotification': {
      const item = readConfigurationItem(event.configurationItem);
      return item === undefined ? undefined : { kind: 'change', item };
    }
    case 'OversizedConfigurationItemChangeNotification':
      return readOversized(objectOf(event.configurationItemSummary));
    case 'ScheduledNotification': {
      const at = instantOf(event.notificationCreationTime);
      return at === undefined ? undefined : { kind: 'schedule', at };
    }
    default:
      return undefined;
  }
}

function readOversized(summary: ReturnType<typeof objectOf>): Trigger | undefined {
  const resource = summary === undefined ? undefined : readResourceKey(summary);
  const at = instantOf(summary?.configurationItemCaptureTime);
  return summary === undefined || resource === undefined || at === undefined
    ? undefined
    : { kind: 'oversized-change', resource, at, isGone: summary.changeType === 'DELETE' };
}
