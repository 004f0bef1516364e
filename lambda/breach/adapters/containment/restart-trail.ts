import {
  type CloudTrailClient,
  GetTrailStatusCommand,
  StartLoggingCommand,
  StopLoggingCommand,
} from '@aws-sdk/client-cloudtrail';
import { type ContainmentAction, targetOf } from './containment-action';

const TRAIL = /^(arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:\d{12}:trail\/[A-Za-z0-9._-]{3,128})$/;

/** Starts a trail that was stopped. Undoing it stops the trail only where it stood still before. */
export function restartTrail(client: Pick<CloudTrailClient, 'send'>): ContainmentAction {
  return {
    observe: async (target) => {
      const { IsLogging } = await client.send(new GetTrailStatusCommand({ Name: trailOf(target) }));
      return {
        before: { logging: IsLogging === true },
        changes: IsLogging === true ? [] : ['the trail records again'],
      };
    },
    apply: async (target) => {
      await client.send(new StartLoggingCommand({ Name: trailOf(target) }));
    },
    undo: async (target, before) => {
      if (before.logging === false) {
        await client.send(new StopLoggingCommand({ Name: trailOf(target) }));
      }
    },
  };
}

function trailOf(target: string): string {
  return targetOf(target, TRAIL, 'a trail, by ARN');
}
