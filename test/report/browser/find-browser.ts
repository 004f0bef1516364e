import { existsSync } from 'node:fs';

/** How to come by what the tests in a browser need. */
export const HOW_TO_INSTALL =
  'No Chromium was found: install one (Debian: apt-get install chromium) or name one in CHROMIUM_PATH.';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The program of a Chromium of this machine; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...PLACES].find((place) => existsSync(place));
}
