import { today } from '../../shared/calendar/today';
import type { Alert } from '../domain/alerts/alert';
import type { OutboxMessage } from '../domain/alerts/outbox-message';
import { type BoardKind, renderBoard } from '../domain/alerts/render-board';
import { renderCase } from '../domain/alerts/render-case';
import { alertOf } from '../domain/alerts/sns-message';
import { ANSWER_MINUTES } from '../domain/clock/escalation';
import type { Incident } from '../domain/incident/incident';
import type { BreachSettings } from './settings';

const BOARDS: ReadonlySet<string> = new Set([
  'digest',
  'duty',
  'annual-log',
  'heartbeat-missing',
  'test',
] satisfies BoardKind[]);

/** The alert of a message, as it is now: about a case where there is one. */
export function renderAlert(
  message: OutboxMessage,
  incident: Incident | undefined,
  settings: BreachSettings,
  now: Date,
  repeat: boolean,
): Alert {
  const { environment, names, timeZone, answerMinutes = ANSWER_MINUTES } = settings;
  if (isBoard(message)) {
    return alertOf(message, renderBoard(message, { environment, names, repeat }));
  }
  if (incident === undefined) {
    throw new RangeError(`the case of a message of the kind '${message.kind}' must be in the register`);
  }
  const context = { environment, names, answerMinutes, today: today({ now: () => now }, timeZone), repeat };
  return alertOf(message, renderCase(message, incident, context));
}

function isBoard(message: OutboxMessage): message is OutboxMessage & { readonly kind: BoardKind } {
  return BOARDS.has(message.kind);
}
