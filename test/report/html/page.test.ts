import { createHash } from 'node:crypto';
import { diffVerdicts } from '../../../lib/report/diff/diff-verdicts';
import { renderHtml } from '../../../lib/report/html/page';
import { LIMIT } from '../../../lib/report/limit';
import { SAFEGUARDS } from '../../../lib/safeguards/catalogue';
import { safeguardsOf } from '../safeguard-variants';
import { FAILED, PASSED, VIOLATION, verdictOf } from '../verdicts';

const VERDICT = verdictOf(
  { ...FAILED, safeguards: safeguardsOf({ attestations: [] }) },
  { ...PASSED, safeguards: safeguardsOf() },
);
const REPORT = { verdict: VERDICT, notices: ['Something expires.'], toolVersion: '1.2.3', diff: null };
const PAGE = renderHtml(REPORT);

/** The text between two tags, entities left as they are. */
function between(page: string, start: string, end: string): string {
  const from = page.indexOf(start);
  if (from < 0) throw new Error(`the page has no ${start}`);
  return page.slice(from + start.length, page.indexOf(end, from));
}

describe('renderHtml', () => {
  it('leads with the answer, the date, the version and the limit', () => {
    const head = between(PAGE, '<header', '</header>');
    expect(head).toContain('<h1>1 violation is open in sandbox.</h1>');
    expect(head).toContain('2026-11-21');
    expect(head).toContain('aws-hipaa-baseline 1.2.3');
    expect(head).toContain(LIMIT);
    expect(PAGE.indexOf('id="answer"')).toBeLessThan(PAGE.indexOf('id="safeguards"'));
    expect(PAGE.indexOf('id="safeguards"')).toBeLessThan(PAGE.indexOf('id="violations"'));
  });

  it('has a row for every safeguard of the catalogue, with what it asks', () => {
    expect(PAGE.match(/<tbody id="current-/g)).toHaveLength(
      SAFEGUARDS.filter(({ profile }) => profile === 'current').length,
    );
    expect(PAGE.match(/<tbody id="nprm-2025-/g)).toHaveLength(
      SAFEGUARDS.filter(({ profile }) => profile !== 'current').length,
    );
    const ids = [...PAGE.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBe(new Set(ids).size);
    expect(PAGE).toContain('Guard ePHI against outsiders while a network carries it.');
  });

  it('links only to rows that are there, and to the rule book', () => {
    const ids = new Set([...PAGE.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`));
    const links = [...PAGE.matchAll(/ href="([^"]*)"/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(50);
    expect(
      links.filter(
        (link) => !ids.has(link) && !link.startsWith('https://www.ecfr.gov/current/title-45/section-164.'),
      ),
    ).toEqual([]);
  });

  it('shows an open violation with its fix, line, rule and paragraphs, the fix before the rest', () => {
    const violations = between(PAGE, 'id="violations"', 'id="exceptions"').replaceAll('<wbr>', '');
    for (const text of [
      VIOLATION.message,
      'lib/constructs/phi-bucket.ts:42',
      VIOLATION.path,
      VIOLATION.rule,
      '164.312(c)(1)',
    ]) {
      expect(violations).toContain(text);
      expect(violations.indexOf(VIOLATION.fix)).toBeLessThan(violations.indexOf(text));
    }
  });

  it('shows an exception with its reason, owner and last day, resources of one reason together', () => {
    const exceptions = between(PAGE, 'id="exceptions"', 'id="notices"').replaceAll('<wbr>', '');
    for (const text of [
      'AwsSolutions-S1',
      'It is the access-log bucket itself.',
      'security-officer',
      '2027-11-01',
      '345 days left',
      'sandbox/Data/First/Resource',
      'sandbox/Data/Second/Resource',
    ]) {
      expect(exceptions.split(text)).toHaveLength(text === '2027-11-01' ? 3 : 2);
    }
  });

  it('keeps the proposal out of the table of numbers', () => {
    const current = SAFEGUARDS.filter(({ profile }) => profile === 'current').length;
    expect(between(PAGE, '<tfoot>', '</tfoot>')).toBe(
      `<tr><th scope="row">All</th><td class="figure">${current}</td><td class="figure">${current}</td></tr>`,
    );
    expect(between(PAGE, 'id="proposal"', 'id="legend"')).toContain(
      'Not law, and in none of the numbers above.',
    );
  });

  it('has a chapter of what changed only where there is something to compare with, and before the answer', () => {
    expect(PAGE).not.toContain('id="changes"');
    const before = verdictOf({ ...FAILED, violations: [], safeguards: safeguardsOf() });
    const page = renderHtml({ ...REPORT, diff: diffVerdicts(before, VERDICT) });
    const changes = between(page, 'id="changes"', 'id="answer"');
    expect(changes).toContain('Lost');
    expect(changes).toContain('attested → unattested');
    expect(changes).toContain('Of the proposal of 2025, which is not law and is never scored:');
    expect(changes).toContain('production was not judged then.');
  });

  it('allows its own style and script, and nothing else', () => {
    const policy = between(PAGE, 'Content-Security-Policy" content="', '">');
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(between(PAGE, '<style>', '</style>'))}`,
      `script-src ${hash(between(PAGE, '<script>', '</script>'))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(PAGE.match(/<script|<style/g)).toHaveLength(2);
    expect(PAGE).not.toMatch(/ (?:style|src|on\w+)="/);
    expect(PAGE).not.toMatch(/@import|url\(/);
  });

  it('is the same for the same verdict', () => {
    expect(renderHtml(REPORT)).toBe(PAGE);
  });

  it('lets no text of a verdict become markup, wherever it stands', () => {
    const hostile = `"'><img src=x onerror=alert(1)><script>alert(1)</script>\u202e`;
    const [row] = safeguardsOf();
    if (row === undefined) throw new Error('the catalogue is empty');
    const environment = {
      ...FAILED,
      environment: hostile,
      violations: [
        {
          ...VIOLATION,
          rule: hostile,
          path: hostile,
          stack: hostile,
          resourceType: hostile,
          message: hostile,
          fix: hostile,
          source: hostile,
          citations: [hostile],
        },
      ],
      acknowledged: FAILED.acknowledged.map((finding) => ({
        ...finding,
        rule: hostile,
        path: hostile,
        reason: hostile,
        owner: hostile,
        citations: [hostile],
      })),
      safeguards: [
        {
          ...row,
          citation: hostile,
          title: hostile,
          evidence: [hostile, `open: ${hostile}`, `rests on ${hostile}: x`, `rules applied: ${hostile}`],
        },
      ],
    };
    const verdict = verdictOf(environment, {
      ...environment,
      environment: `${hostile}2`,
      safeguards: [{ ...row, citation: hostile, evidence: [] }],
    });
    const diff = diffVerdicts(
      verdictOf({
        ...environment,
        violations: [],
        safeguards: [{ ...row, citation: hostile, status: 'enforced', evidence: [] }],
      }),
      verdict,
    );
    const page = renderHtml({ verdict, notices: [hostile], toolVersion: hostile, diff });
    expect(page).not.toContain('<img');
    expect(page).not.toContain('\u202e');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/="[^"]*'>/);
    // Nothing but tags that the page has without it.
    const tags = (text: string) => new Set([...text.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag));
    expect([...tags(page)].filter((tag) => !tags(PAGE).has(tag))).toEqual([]);
  });

  it('says that nothing was judged where there is no environment', () => {
    const page = renderHtml({ ...REPORT, verdict: { ...verdictOf(), verdict: 'fail' }, notices: [] });
    expect(page).toContain('<h1>Nothing was judged.</h1>');
    expect(page).toContain('No violation is open.');
    expect(page).not.toContain('id="notices"');
  });
});
