import type { Incident } from '../../../lambda/breach/domain/incident/incident';
import { messageAbout } from '../../../lambda/breach/use-cases/outbox-messages';
import { renderAlert } from '../../../lambda/breach/use-cases/render-alert';
import type { DeployedPath } from '../endpoint/open-path';

/** The alert of a case as it stands in a responder's mail; queues get the same one as JSON. */
export function showAlert(incident: Incident, { settings, clock, ids }: DeployedPath): string {
  const now = clock.now();
  const message = messageAbout(incident, 'incident', ids, now.toISOString());
  const { subject, message: protocols } = renderAlert(message, incident, settings, now, false);
  const { email }: { readonly email?: unknown } = JSON.parse(protocols);
  return `Subject: ${subject}\n\n${String(email)}`;
}
