import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { systemClock } from '../../shared/clock';
import { REQUEST_LIMITS } from '../../shared/request-limits';
import { DynamoDbIncidentStore } from '../adapters/dynamodb-incident-store';
import { DynamoDbOutbox } from '../adapters/dynamodb-outbox';
import { kmsNameKey } from '../adapters/kms-name-key';
import { randomIds } from '../adapters/random-ids';
import { createNames } from '../domain/register/names';
import type { BreachSettings } from '../use-cases/settings';
import type { INTAKE_VARIABLES } from './settings';
import type { Settings } from './variable';

type RegisterSettings = Omit<Settings<typeof INTAKE_VARIABLES>, 'TRIAGE'>;

/** What every function of the path has: the register, its clock and ids, and how names become references. */
export async function composeRegister(settings: RegisterSettings) {
  const client = new DynamoDBClient({ requestHandler: REQUEST_LIMITS });
  const kms = new KMSClient({ requestHandler: REQUEST_LIMITS });
  const key = await kmsNameKey(kms, settings.NAME_KEY_ARN);
  return {
    client,
    kms,
    table: settings.REGISTER_TABLE,
    store: new DynamoDbIncidentStore(client, settings.REGISTER_TABLE),
    outbox: new DynamoDbOutbox(client, settings.REGISTER_TABLE),
    clock: systemClock,
    ids: randomIds,
    settings: {
      environment: settings.ENVIRONMENT,
      role: settings.ENTITY_ROLE,
      timeZone: settings.TIME_ZONE,
      names: createNames(key, settings.KNOWN_NAMES),
      answerMinutes: settings.ANSWER_MINUTES,
    } satisfies BreachSettings,
  };
}
