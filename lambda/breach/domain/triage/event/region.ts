import { asText, at, type JsonObject } from './json';

/** The region that the event tells of, as far as it looks like one. */
export function regionOf(event: JsonObject | undefined, detail: JsonObject | undefined): string | null {
  const region =
    asText(at(event, 'region')) ?? asText(at(detail, 'awsRegion')) ?? asText(at(detail, 'region'));
  return region !== undefined && /^[a-z][a-z0-9-]{1,40}$/i.test(region) ? region.toLowerCase() : null;
}
