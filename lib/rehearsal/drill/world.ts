import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import type { AlertInbox } from '../endpoint/alert-inbox';
import type { Endpoint } from '../endpoint/endpoint';
import { clientSettings } from '../endpoint/endpoint';
import type { DeployedPath } from '../endpoint/open-path';
import type { PathQueues } from '../endpoint/path-queues';

/** What scenarios are played with. */
export interface World {
  readonly endpoint: Endpoint;
  readonly path: DeployedPath;
  readonly inbox: AlertInbox;
  readonly queues: PathQueues;
  /** The function that looks for what is due. */
  readonly clockFunction: string;
  readonly bus: EventBridgeClient;
  readonly functions: LambdaClient;
}

/** The clients that a world has of its own. */
export function worldClients(endpoint: Endpoint): Pick<World, 'bus' | 'functions'> {
  const settings = clientSettings(endpoint);
  return { bus: new EventBridgeClient(settings), functions: new LambdaClient(settings) };
}
