/** Where the service stands and where people sign in. */
export interface ServiceSettings {
  /** What browsers call the service, such as `https://records.example.org`. */
  readonly origin: string;
  readonly signIn: SignInSettings;
}

/** The identity provider's public client: code with PKCE, no secret. */
interface SignInSettings {
  readonly clientId: string;
  /** OAuth 2.0 authorization endpoint. */
  readonly authorizeUrl: string;
  /** OAuth 2.0 token endpoint; the page asks it, the service never does. */
  readonly tokenUrl: string;
  /** Ends the provider's own session. */
  readonly logoutUrl: string;
}

const CLIENT_ID = /^[A-Za-z0-9+_.-]{1,128}$/;

/**
 * The settings as given.
 * @throws Error when an address is not HTTPS, or the client id has other characters than letters, digits and `+_.-`
 */
export function serviceSettings(settings: ServiceSettings): ServiceSettings {
  const { origin, signIn } = settings;
  if (httpsUrl('origin', origin).origin !== origin) {
    throw new Error(`'origin' must be an origin without a path, got: ${origin}`);
  }
  httpsUrl('authorizeUrl', signIn.authorizeUrl);
  httpsUrl('tokenUrl', signIn.tokenUrl);
  httpsUrl('logoutUrl', signIn.logoutUrl);
  if (!CLIENT_ID.test(signIn.clientId)) {
    throw new Error(`'clientId' must be letters, digits and '+_.-', got: ${signIn.clientId}`);
  }
  return settings;
}

function httpsUrl(name: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'https:' || url.username !== '' || url.search !== '' || url.hash !== '') {
    throw new Error(`'${name}' must be an https: address without a query, got: ${value}`);
  }
  return url;
}
