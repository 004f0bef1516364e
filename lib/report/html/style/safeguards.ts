/** The table of safeguards: the paragraph beside its status, the evidence below, over the whole width. */
export const SAFEGUARDS_STYLE = `
.rule-section h3 { margin-bottom: 0.1rem; }
.number, .citation { font-variant-numeric: tabular-nums; }
.safeguards { table-layout: fixed; }
.status-column { width: 15rem; }
.safeguards > tbody > tr > :is(th, td) { padding-block: 0.9rem 0; border-bottom: 0; }
.safeguards > tbody > tr + tr > td { padding-block: 0.2rem 0.9rem; border-bottom: 1px solid var(--line); }
.safeguards tbody th > span { display: block; max-width: 46rem; }
.citation { font-size: 0.875rem; color: var(--muted); }
.safeguards .citation { margin-right: 0.5rem; }
.safeguards .title { font: 600 1.0625rem/1.35 var(--serif); }
.asks { margin-top: 0.1rem; font-size: 0.9375rem; }
tbody:target { background: var(--panel); box-shadow: -0.75rem 0 0 var(--panel), 0.75rem 0 0 var(--panel); }
.statuses { margin: 0; padding: 0; list-style: none; }
.statuses li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0.1rem 0.6rem; }
.statuses li + li { margin-top: 0.3rem; }

summary { position: relative; padding-left: 1.1rem; cursor: pointer; list-style: none; color: var(--muted); font-size: 0.9375rem; }
summary::-webkit-details-marker { display: none; }
summary::before {
  content: ''; position: absolute; left: 0.15rem; top: 0.55em; width: 0.4em; height: 0.4em;
  border: solid currentColor; border-width: 0 1.5px 1.5px 0; transform: rotate(-45deg);
}
details[open] > summary::before { top: 0.45em; transform: rotate(45deg); }
summary:hover { color: var(--ink); }
.lead { display: block; max-width: 62rem; }
.unfolded, details[open] > summary .lead { display: none; }
details[open] > summary .unfolded { display: inline; }
.environment, .whose { font-weight: 600; }
.whose { margin: 0.5rem 0 0 1.1rem; font-size: 0.875rem; }
.evidence { margin: 0.35rem 0 0.25rem 1.1rem; font-size: 0.9rem; }
.evidence > div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0.15rem 0.75rem; padding: 0.15rem 0; }
.evidence dt { color: var(--muted); }
.evidence dd { grid-column: 2; margin: 0; }
.against dt { color: var(--gap); font-weight: 600; }
.limit dt { color: var(--partial); font-weight: 600; }
.rest { display: inline-block; margin-right: 0.6rem; }
.rest a { white-space: nowrap; }
.pack { display: block; }
.pack b { font-weight: 600; }

@media screen and (max-width: 44rem) {
  .safeguards, .safeguards > tbody, .safeguards > tbody > tr, .safeguards > tbody > tr > *,
  .exceptions, .exceptions tbody, .exceptions tr, .exceptions tr > * { display: block; width: auto; padding-right: 0; }
  .safeguards thead, .exceptions thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .safeguards > tbody > tr > td { padding-top: 0.4rem; }
  .statuses li { justify-content: flex-start; }
  .figures, .figures thead th, .figures .badge { font-size: 0.75rem; }
  .figures :is(th, td) { padding-right: 0; padding-left: 0.5rem; }
  .figures :is(th, td):first-child { padding-left: 0; }
  .exceptions tbody tr { border-bottom: 1px solid var(--line); padding-block: 0.6rem; }
  .exceptions tbody tr > * { border-bottom: 0; padding-block: 0.2rem; }
  .exceptions td::before { content: attr(data-label); display: block; color: var(--muted); font-size: 0.8125rem; font-weight: 600; }
  .evidence, .whose { margin-left: 0; }
  .evidence > div, .facts div, .changes li, .legend > div { grid-template-columns: 1fr; }
  .evidence dd, .facts dd { grid-column: 1; padding-left: 0.75rem; }
}
`;
