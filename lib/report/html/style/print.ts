/** On paper: everything open, nothing torn, a number on every page, and the limit with it. */
export const PRINT = `
@page {
  margin: 18mm 15mm 20mm;
  @bottom-left { content: 'HIPAA baseline report. A technical baseline, not a certification.'; font: 8pt sans-serif; color: #565d67; }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: #565d67; }
}
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; line-height: 1.45; }
  .masthead { padding-top: 0; }
  .skip, nav, .filters, .shown { display: none; }
  .shown:has(.filtered) { display: block; color: var(--ink); font-weight: 600; }
  h1 { font-size: 22pt; }
  h2 { font-size: 15pt; }
  h3 { font-size: 12pt; }
  h2, h3, caption, .rule-section > .aside, .whose { break-after: avoid; }
  .figures, .bars { break-inside: avoid; }
  /* A heading asks for the room of a first row: Chromium breaks between it and a table otherwise. */
  .rule-section > h3, #exceptions > h3 { break-inside: avoid; }
  .rule-section > h3::after, #exceptions > h3::after { content: ''; display: block; height: 4cm; margin-bottom: -4cm; }
  .chapter { padding-top: 8mm; }
  .badge, .bar svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .badge { border-color: currentColor; }
  .scroll { overflow: visible; }
  a { color: inherit; text-decoration: none; }
  .safeguards thead { display: none; }
  .safeguards > tbody > tr:first-child { break-inside: avoid; break-after: avoid; }
  .evidence > div, .violations > li, .changes li, .exceptions tr, .legend > div { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { display: none; }
  .evidence, .whose { margin-left: 0; }
  .evidence > div { grid-template-columns: 26mm 1fr; }
}
`;
