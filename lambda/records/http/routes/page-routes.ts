import { PAGE_PATH, PAGE_STYLE, renderPage } from '../page/page';
import { PAGE_SCRIPT } from '../page/script';
import type { PublicRoute } from '../route';
import type { ServiceSettings } from '../settings';

function staticRoute(
  name: string,
  path: string,
  type: string,
  render: (settings: ServiceSettings) => string,
  takesQuery = false,
): PublicRoute {
  return {
    access: 'public',
    name,
    method: 'GET',
    path,
    takesBody: false,
    takesQuery,
    audit: null,
    prepare:
      () =>
      ({ settings }) =>
        Promise.resolve({ status: 200, headers: [['Content-Type', type]], body: render(settings) }),
  };
}

const HTML = 'text/html; charset=utf-8';

/** The page and its parts; the provider returns to it with a code, which is of use once and to this browser alone. */
export const PAGE_ROUTES: readonly PublicRoute[] = [
  staticRoute('page', PAGE_PATH, HTML, renderPage, true),
  staticRoute('script', '/page.js', 'text/javascript; charset=utf-8', () => PAGE_SCRIPT),
  staticRoute('style', '/page.css', 'text/css; charset=utf-8', () => PAGE_STYLE),
  // Browsers ask for it; an attempt at an address that does not exist would be audited.
  staticRoute('icon', '/favicon.ico', 'image/x-icon', () => ''),
  staticRoute('health', '/health', 'text/plain; charset=utf-8', () => 'ok'),
];
