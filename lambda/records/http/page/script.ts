/**
 * The script of the page. Tokens live in its variables for the length of one exchange; nothing is ever written to the browser's
 * storage. After the idle time it takes everything off the screen, whatever the server has ended by then.
 *
 * @see 45 CFR 164.312(a)(2)(iii)
 */
export const PAGE_SCRIPT = `const settings = document.getElementById('settings').dataset;
const byId = (id) => document.getElementById(id);
const PURPOSES = { physician: 'treatment', nurse: 'treatment', billing: 'payment', admin: 'operations', patient: 'patientRequest' };
let purpose = '';
let idleMs = 0;
let idleAt = Infinity;
let visit = 0;

function say(text) { byId('message').textContent = text; }

function showSignedIn(signedIn) {
  byId('signed-in').hidden = !signedIn;
  byId('signed-out').hidden = signedIn;
  byId('found').replaceChildren();
  byId('record').replaceChildren();
  byId('search').reset();
}

function leave(text) {
  purpose = '';
  idleMs = 0;
  idleAt = Infinity;
  visit += 1;
  showSignedIn(false);
  say(text);
}

async function ask(method, path, body) {
  const headers = {};
  const during = visit;
  if (purpose !== '') headers['X-Purpose-Of-Use'] = purpose;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(path, {
    method, headers, body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store', credentials: 'same-origin', redirect: 'error',
  });
  const answer = response.status === 204 ? {} : await response.json();
  // Nothing is shown to whoever comes after the one who asked.
  if (during !== visit) throw new Error('signed out');
  if (response.status === 401 && purpose !== '') leave('Your session is over. Please sign in.');
  if (!response.ok) throw new Error(answer.error + ' (' + answer.correlationId + ')');
  if (idleMs > 0) idleAt = Date.now() + idleMs;
  return answer;
}

// By the clock on the wall: a timer stands still while the machine sleeps, and the record would be there when it is opened.
function endWhenIdle() { if (Date.now() >= idleAt) void signOut(); }

async function finishSignIn(parameters) {
  say('Signing in …');
  const { verifier } = await ask('POST', '/sign-in/exchange', { state: parameters.get('state') ?? '' });
  const response = await fetch(settings.tokenUrl, {
    method: 'POST', credentials: 'omit', cache: 'no-store',
    body: new URLSearchParams({
      grant_type: 'authorization_code', client_id: settings.clientId, redirect_uri: settings.pageUrl,
      code: parameters.get('code') ?? '', code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new Error('the identity provider refused');
  const { id_token: idToken } = await response.json();
  const session = await ask('POST', '/session', { idToken });
  purpose = PURPOSES[session.role] ?? '';
  idleMs = session.idleMs;
  idleAt = Date.now() + idleMs;
  showSignedIn(true);
  say('Signed in as ' + session.role + '.');
}

async function signOut() {
  leave('You are signed out.');
  try { await ask('DELETE', '/session'); } catch { /* It is over all the same: here now, and there by its time. */ }
  const address = new URL(settings.logoutUrl);
  address.search = new URLSearchParams({ client_id: settings.clientId, logout_uri: settings.pageUrl });
  location.replace(address);
}

async function search(event) {
  event.preventDefault();
  const familyName = new FormData(byId('search')).get('familyName');
  const { patients, more } = await ask('POST', '/patients/search', { familyName });
  byId('record').replaceChildren();
  byId('found').replaceChildren(...patients.map(({ patientId, name, ageRange }) => {
    const button = document.createElement('button');
    button.textContent = name + ', ' + ageRange;
    button.addEventListener('click', () => void read(patientId).catch(fail));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
  say(patients.length + (more ? ' and more found.' : ' found.'));
}

async function read(patientId) {
  const { record } = await ask('GET', '/patients/' + patientId + '/record');
  byId('record').replaceChildren(...Object.entries(record).flatMap(([category, value]) => {
    const term = document.createElement('dt');
    term.textContent = category;
    const description = document.createElement('dd');
    description.textContent = JSON.stringify(value, null, 2);
    return [term, description];
  }));
}

function fail(error) { if (purpose !== '') say('That did not work: ' + error.message); }

byId('sign-out').addEventListener('click', () => void signOut());
byId('search').addEventListener('submit', (event) => void search(event).catch(fail));
setInterval(endWhenIdle, 1000);
for (const event of ['visibilitychange', 'pointerdown', 'keydown']) document.addEventListener(event, endWhenIdle, true);
window.addEventListener('pageshow', ({ persisted }) => { if (persisted) location.reload(); });

const parameters = new URLSearchParams(location.search);
if (location.search !== '') history.replaceState(null, '', '/');
if (parameters.has('code')) finishSignIn(parameters).catch((error) => leave('Signing in did not work: ' + error.message));
else if (parameters.has('error')) say('Signing in did not work.');
`;
