/**
 * What the page does for itself: filters, and evidence that folds on a screen. Without it everything is there and open. Written for the
 * browser, so it is text here; the browser test runs it.
 */
export const PAGE_SCRIPT = `'use strict';
(() => {
  const form = document.getElementById('filters');
  const shown = document.getElementById('shown');
  const unfold = document.getElementById('unfold');
  const rows = [...document.querySelectorAll('#safeguards [data-safeguard]')];
  const evidence = [...document.querySelectorAll('details')];
  const total = Number(shown.dataset.total);

  const foldAll = (open) => {
    for (const each of evidence) each.open = open;
    unfold.textContent = open ? 'Close all evidence' : 'Open all evidence';
  };

  const apply = () => {
    const { status, section, environment } = Object.fromEntries(new FormData(form));
    let count = 0;
    for (const row of rows) {
      const fitting = new Set();
      for (const entry of row.querySelectorAll('[data-status]')) {
        if (
          (status === '' || entry.dataset.status === status) &&
          (environment === '' || entry.dataset.environment === environment)
        ) {
          fitting.add(entry.dataset.environment);
        }
      }
      for (const part of row.querySelectorAll('[data-environment]')) {
        part.hidden = !fitting.has(part.dataset.environment);
      }
      const within = row.closest('[data-section]').dataset.section;
      row.hidden = fitting.size === 0 || (section !== '' && within !== section);
      if (!row.hidden) count += 1;
    }
    for (const part of document.querySelectorAll('[data-section]')) {
      part.hidden = part.querySelector('[data-safeguard]:not([hidden])') === null;
    }
    shown.textContent = count + ' of ' + total + ' safeguards shown';
    shown.classList.toggle('filtered', status !== '' || section !== '' || environment !== '');
  };

  // A link into a row that is filtered away would lead nowhere.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target === null || !target.matches('[data-safeguard]')) return;
    if (target.hidden) {
      form.reset();
      apply();
    }
    for (const entry of target.querySelectorAll('details')) entry.open = true;
    target.scrollIntoView();
  };

  let before = [];
  const openForPrint = () => {
    if (before.length > 0) return;
    before = evidence.filter((each) => !each.open);
    for (const each of before) each.open = true;
  };
  const closeAfterPrint = () => {
    for (const each of before) each.open = false;
    before = [];
  };

  form.addEventListener('change', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', (event) => event.preventDefault());
  unfold.addEventListener('click', () => foldAll(evidence.some((each) => !each.open)));
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', openForPrint);
  addEventListener('afterprint', closeAfterPrint);
  matchMedia('print').addEventListener('change', ({ matches }) => (matches ? openForPrint() : closeAfterPrint()));

  form.hidden = false;
  foldAll(false);
  apply();
  reveal();
})();
`;
