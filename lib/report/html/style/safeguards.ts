/** The table of safeguards: on a wide screen the paragraph beside its evidence, on a narrow one above it. */
export const SAFEGUARDS_STYLE = `
.rule-section h3 { margin-bottom: 0.1rem; }
.number, .citation { font-variant-numeric: tabular-nums; }
.safeguards { table-layout: fixed; }
.safeguards thead th:first-child { width: 36%; }
.safeguards > tbody > tr > th, .safeguards > tbody > tr > td { padding-block: 0.9rem; }
.safeguards tbody th > span { display: block; }
.citation { font-size: 0.875rem; color: var(--muted); }
.changes .citation, .changes .title { display: inline; }
.safeguards .title { font: 600 1.0625rem/1.35 var(--serif); }
.asks { margin-top: 0.25rem; font-size: 0.9375rem; }
tr:target { background: var(--panel); box-shadow: -0.5rem 0 0 var(--panel), 0.5rem 0 0 var(--panel); }

details + details { margin-top: 0.5rem; }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1rem 0.6rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary::before { content: ''; flex: none; width: 0.4em; height: 0.4em; border: solid var(--muted); border-width: 0 1.5px 1.5px 0; transform: translateY(-0.15em) rotate(-45deg); }
details[open] > summary::before { transform: translateY(-0.2em) rotate(45deg); }
.environment { font-weight: 600; }
.lead { flex: 1 1 14rem; min-width: 0; color: var(--muted); font-size: 0.9375rem; }
details[open] > summary .lead { visibility: hidden; height: 0; }
.evidence { margin: 0.4rem 0 0.75rem 1rem; font-size: 0.9rem; }
.evidence > div { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 0.75rem; padding: 0.2rem 0; }
.evidence dt { color: var(--muted); }
.evidence dd { grid-column: 2; margin: 0; }
.against dt { color: var(--gap); font-weight: 600; }
.rest { display: inline-block; margin-right: 0.6rem; }
.rest a { white-space: nowrap; }

@media screen and (max-width: 44rem) {
  .safeguards, .safeguards tbody, .safeguards tr, .safeguards th, .safeguards td,
  .exceptions, .exceptions tbody, .exceptions tr, .exceptions th, .exceptions td { display: block; width: auto; }
  .safeguards thead, .exceptions thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .safeguards > tbody > tr > th { padding-bottom: 0; border-bottom: 0; }
  .safeguards > tbody > tr > td { padding-top: 0.5rem; }
  .exceptions th, .exceptions td { border-bottom: 0; padding-block: 0.2rem; }
  .exceptions .exceptions tr, .exceptions tr { border-bottom: 1px solid var(--line); padding-block: 0.6rem; }
  .exceptions td { width: auto !important; }
  .exceptions td::before { content: attr(data-label); display: block; color: var(--muted); font-size: 0.8125rem; font-weight: 600; }
  .evidence { margin-left: 0; }
  .evidence > div, .facts div, .changes li, .legend > div { grid-template-columns: 1fr; }
  .evidence dd, .facts dd { grid-column: 1; padding-left: 0.75rem; }
  .verdicts th, .verdicts td { padding-right: 0.75rem; }
}
`;
