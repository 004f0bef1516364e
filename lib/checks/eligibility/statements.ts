import { isJsonObject, type TemplateResource } from '../template';

/** The key in a resource's Metadata under which a template says what the checks cannot see in it. */
export const BASELINE_METADATA = 'HipaaBaseline';

/**
 * Whether PHI may go through a resource: always, unless its Metadata says `HipaaBaseline: { phi: 'none' }`. That is for topics and
 * destinations of alerts that are built from an allow-list of typed fields; the report names every one that it lets out.
 *
 * @see 45 CFR 164.502(b)(1)
 */
export function mayCarryPhi(resource: TemplateResource): boolean {
  return statements(resource)?.phi !== 'none';
}

/** The vendor's service that receives what a resource sends, as the agreement names it: `HipaaBaseline: { service: '…' }`. */
export function receivingService(resource: TemplateResource): string | undefined {
  const service = statements(resource)?.service;
  return typeof service === 'string' ? service : undefined;
}

function statements({ Metadata }: TemplateResource) {
  const said = Metadata?.[BASELINE_METADATA];
  return isJsonObject(said) ? said : undefined;
}
