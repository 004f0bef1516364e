import type { ServiceSettings } from '../settings';

/** The page, and where the identity provider sends the browser back to. */
export const PAGE_PATH = '/';

/** The page: a way in, a search, one record, a way out. Everything that it shows is in its memory alone. */
export function renderPage({ origin, signIn }: ServiceSettings): string {
  const settings = {
    'token-url': signIn.tokenUrl,
    'logout-url': signIn.logoutUrl,
    'client-id': signIn.clientId,
    'page-url': origin + PAGE_PATH,
  };
  const data = Object.entries(settings).map(([name, value]) => ` data-${name}="${escapeAttribute(value)}"`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Records</title>
<link rel="stylesheet" href="/page.css">
<script src="/page.js" type="module"${data.join('')} id="settings"></script>
<main>
<h1>Records</h1>
<p id="message" role="status">Please sign in.</p>
<p id="signed-out"><a href="/sign-in">Sign in</a></p>
<div id="signed-in" hidden>
<form id="search">
<label>Family name <input name="familyName" autocomplete="off" minlength="2" maxlength="100" required></label>
<button>Search</button>
</form>
<ul id="found"></ul>
<dl id="record"></dl>
<button id="sign-out" type="button">Sign out</button>
</div>
<noscript><p>Signing in needs a script of this page.</p></noscript>
</main>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

export const PAGE_STYLE = `body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 50rem; padding: 0 1rem; }
dt { font-weight: 600; margin-top: 1rem; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
`;
