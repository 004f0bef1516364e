import type { ALBEvent, ALBResult } from 'aws-lambda';
import { createLog } from '../../shared/log/log';
import { serviceLogLines } from '../adapters/service-log-lines';
import { albResult, requestOfAlb } from '../http/alb-event';
import type { HttpHandler } from '../http/http-message';
import { createRecordsHandler } from '../http/records-handler';
import { composeService } from './compose-service';
import { environment } from './environment';
import { readSettings, SERVICE_ENVIRONMENT } from './settings';

const log = createLog((line) => process.stdout.write(`${line}\n`));

let started: Promise<HttpHandler> | undefined;

/** Answers the load balancer. Where the service cannot start, nothing is answered but that. */
export async function handler(event: ALBEvent): Promise<ALBResult> {
  try {
    started ??= start();
    const answer = await started;
    return albResult(await answer(requestOfAlb(event)));
  } catch (error) {
    // The next request starts anew.
    started = undefined;
    log.error('not-started', error);
    return {
      statusCode: 503,
      multiValueHeaders: { 'Content-Type': ['application/json'], 'Cache-Control': ['no-store'] },
      body: JSON.stringify({ error: 'unavailable' }),
      isBase64Encoded: false,
    };
  }
}

async function start(): Promise<HttpHandler> {
  const settings = readSettings(SERVICE_ENVIRONMENT, environment());
  const { PUBLIC_ORIGIN: origin, SIGN_IN_ORIGIN: signIn, USER_POOL_CLIENT_ID: clientId } = settings;
  return createRecordsHandler({
    service: await composeService(settings),
    settings: {
      origin,
      signIn: {
        clientId,
        authorizeUrl: `${signIn}/oauth2/authorize`,
        tokenUrl: `${signIn}/oauth2/token`,
        logoutUrl: `${signIn}/logout`,
      },
    },
    log: serviceLogLines(log),
  });
}
