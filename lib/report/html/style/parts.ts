/** Badges, tables of figures, bars, filters and lists. */
export const PARTS = `
.badge {
  display: inline-flex; align-items: center; gap: 0.4em; padding: 0.1em 0.6em 0.1em 0.45em; border-radius: 999px;
  font: 600 0.8125rem/1.5 var(--sans); white-space: nowrap; border: 1px solid transparent;
}
.badge .icon { flex: none; width: 0.8em; height: 0.8em; }
.badge.verdict { letter-spacing: 0.04em; }
.badge.enforced { color: var(--enforced); background: var(--enforced-ground); }
.badge.monitored { color: var(--monitored); background: var(--monitored-ground); }
.badge.attested { color: var(--attested); background: var(--attested-ground); }
.badge.partial { color: var(--partial); background: var(--partial-ground); }
.badge.unattested { color: var(--unattested); background: var(--unattested-ground); }
.badge.gap { color: var(--gap); background: var(--gap-ground); }
.badge.not-applicable { color: var(--not-applicable); background: var(--not-applicable-ground); }

table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: 0.5rem; }
th, td { padding: 0.5rem 1rem 0.5rem 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); }
thead th { font-size: 0.8125rem; font-weight: 600; color: var(--muted); vertical-align: bottom; }
tfoot th, tfoot td { font-weight: 600; border-bottom: 0; }
th.figure, td.figure { text-align: right; padding-left: 1rem; padding-right: 0; white-space: nowrap; }
.scroll { overflow-x: auto; margin-bottom: 1rem; }
.figures { width: auto; min-width: min(100%, 34rem); margin-top: 1rem; overflow-wrap: normal; }
.figures th, .figures td { padding-block: 0.35rem; }

.bars { display: grid; grid-template-columns: auto 1fr; gap: 0.5rem 1rem; max-width: 46rem; font-size: 0.875rem; }
.bar { display: contents; }
.bar svg { width: 100%; height: 1rem; align-self: center; border-radius: 3px; }
.bar rect { stroke: var(--paper); stroke-width: 1px; vector-effect: non-scaling-stroke; }
rect.enforced { fill: var(--enforced); }
rect.monitored { fill: var(--monitored); }
rect.attested { fill: var(--attested); }
rect.partial { fill: var(--partial); fill-opacity: 0.75; }
rect.unattested { fill: var(--unattested); fill-opacity: 0.5; }
rect.gap { fill: var(--gap); fill-opacity: 0.75; }
rect.not-applicable { fill: var(--line); }

.filters { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem 1rem; padding: 1rem; background: var(--panel); border-radius: 6px; }
.filters label { display: grid; gap: 0.2rem; flex: 1 1 11rem; min-width: 0; font-size: 0.8125rem; font-weight: 600; color: var(--muted); }
.filters select, .filters button {
  min-height: 2.5rem; max-width: 100%; padding: 0.3rem 0.6rem; font: 1rem/1.4 var(--sans);
  color: var(--ink); background: var(--paper); border: 1px solid var(--muted); border-radius: 4px;
}
.filters select { width: 100%; }
.filters button { cursor: pointer; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.shown { margin: 0.75rem 0 0; color: var(--muted); font-size: 0.875rem; }

.violations { padding-left: 1.5rem; }
.violations > li { padding: 0.75rem 0 0.25rem 0.25rem; border-top: 1px solid var(--line); }
.violations p { margin: 0 0 0.35rem; }
.fix { font-weight: 600; }
.facts { font-size: 0.875rem; color: var(--muted); }
.facts div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0 0.75rem; }
.facts dd { margin: 0; color: var(--ink); }
.changes { padding: 0; list-style: none; max-width: 60rem; }
.changes li { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 0.75rem; padding: 0.5rem 0; border-top: 1px solid var(--line); }
.direction { font-weight: 600; }
.lost .direction { color: var(--gap); }
.won .direction { color: var(--enforced); }
.reasons > span { display: block; padding-left: 1rem; color: var(--muted); font-size: 0.9375rem; }
.legend > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: 0.4rem 0; border-top: 1px solid var(--line); }
.legend dd { margin: 0; }
.exceptions { font-size: 0.9375rem; }
.exceptions { table-layout: fixed; }
.exceptions thead th:nth-child(3) { width: 9.5rem; }
.exceptions thead th:nth-child(4) { width: 7.5rem; }
.exceptions ul { margin: 0; padding: 0; list-style: none; }
.exceptions .kind { display: block; }
`;
