import { createHash } from 'node:crypto';
import { LIMIT } from '../limit';
import type { Report } from '../report';
import { renderChanges } from './changes';
import { type Chapter, renderChapter, renderContents } from './chapter';
import { renderExceptions } from './exceptions';
import { renderFilters } from './filters';
import { renderLegend } from './legend';
import { type Markup, markup, trusted } from './markup';
import { renderMasthead } from './masthead';
import { PAGE_SCRIPT } from './page-script';
import { renderProposal } from './proposal';
import { safeguardSections } from './safeguard-groups';
import { renderSection } from './safeguards';
import { PAGE_STYLE } from './style/page-style';
import { renderTally } from './tally';
import { renderVerdictTable } from './verdict-table';
import { renderViolations } from './violations';

/** Nothing is loaded and nothing is sent: the page may use its own style and script, and no others. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(PAGE_STYLE)}'`,
  `script-src '${hashOf(PAGE_SCRIPT)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The report as one HTML file that needs nothing else: no network, no script, no colour. */
export function renderHtml(report: Report): string {
  const { verdict } = report;
  const chapters = chaptersOf(report);
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>HIPAA baseline report, ${verdict.asOf}: ${verdict.verdict.toUpperCase()}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>${renderMasthead(report)}${renderContents(chapters)}
<main id="main" tabindex="-1">${chapters.map(renderChapter)}
</main>
<footer><p>${LIMIT}</p></footer>
<script>${trusted(PAGE_SCRIPT)}</script>
</body>
</html>
`;
  return page.toString();
}

function chaptersOf({ verdict, notices, diff }: Report): readonly Chapter[] {
  const sections = safeguardSections(verdict, 'current');
  return [
    ...(diff === null
      ? []
      : [{ id: 'changes', title: `What changed since ${diff.asOf.before}`, body: renderChanges(diff) }]),
    { id: 'answer', title: 'The answer', body: [renderVerdictTable(verdict), renderTally(verdict)] },
    {
      id: 'safeguards',
      title: 'Safeguards by standard',
      body: [renderFilters(verdict, sections), ...sections.map(renderSection)],
    },
    { id: 'violations', title: 'Open violations', body: renderViolations(verdict) },
    { id: 'exceptions', title: 'Exceptions', body: renderExceptions(verdict) },
    ...(notices.length === 0 ? [] : [{ id: 'notices', title: 'Notices', body: renderNotices(notices) }]),
    { id: 'proposal', title: 'The proposal of 2025', body: renderProposal(verdict) },
    { id: 'legend', title: 'How to read this report', body: renderLegend() },
  ];
}

function renderNotices(notices: readonly string[]): Markup {
  return markup`
<p>What fails nothing yet, and needs somebody’s attention.</p>
<ul>${notices.map((notice) => markup`<li>${notice}</li>`)}</ul>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
